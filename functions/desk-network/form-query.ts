/** A posted form of the desk: texts only, trimmed, each at most so long; what can't be read is an empty form. */
export type Form = {
  /** '' where the field is missing. */
  readonly text: (name: string) => string
  readonly all: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
  /** Everything typed, for carrying it through a question. */
  readonly entries: readonly (readonly [name: string, value: string])[]
}

const LONGEST = 1000
const VERSION = /^\d{1,9}$/

/** A form from its fields, as `readForm` answers it. */
export const formOf = (fields: readonly (readonly [name: string, value: string])[]): Form => {
  const all = (name: string) =>
    fields.filter(([field]) => field === name).map(([, value]) => value.trim().slice(0, LONGEST))
  return {
    all,
    entries: fields,
    text: (name) => all(name)[0] ?? '',
    has: (name) => fields.some(([field]) => field === name),
  }
}

export async function readForm(request: Request): Promise<Form> {
  const form = await request.formData().catch(() => new FormData())
  return formOf(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
}

const POSITION = /^([-+]?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*([-+]?\d{1,3}(?:\.\d+)?)$/

/** A position in degrees, latitude first: `30.27415, 120.15515`; null = it is none. */
export function positionIn(text: string): { readonly lat: number; readonly lon: number } | null {
  const [, lat, lon] = POSITION.exec(text.normalize('NFKC').trim()) ?? []
  if (lat === undefined) return null
  const position = { lat: Number(lat), lon: Number(lon) }
  return Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180 ? position : null
}

/** The version that a form was drawn with; 0 = none, which is no version of anything. */
export const versionIn = (form: Form): number => {
  const text = form.text('version')
  return VERSION.test(text) ? Number(text) : 0
}

/** What the address of a page says after a form of it was carried out. */
export const SAVED = 'saved=1'

/** Whether an address comes from a form that was carried out. */
export const isSaved = (address: string): boolean => new URL(address).searchParams.has('saved')

/** The key that a form was drawn with; null = none. */
export const keyIn = (form: Form): string | null => form.text('commandId').slice(0, 200) || null
