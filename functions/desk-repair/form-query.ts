import type { Typed } from '#domain/desk/repair-form.ts'

const LONGEST = 500
const MOST = 300

/** What a form of the desk brought: texts by name, in order; files are left to whoever wants them. */
export function typedOf(form: FormData): Typed {
  const typed = new Map<string, string[]>()
  for (const [name, value] of [...form].slice(0, MOST)) {
    if (typeof value !== 'string') continue
    const texts = typed.get(name) ?? []
    texts.push(value.trim().slice(0, LONGEST))
    typed.set(name, texts)
  }
  return typed
}

/** The one text of a name; '' = none came. */
export const oneOf = (typed: Typed, name: string): string => typed.get(name)?.[0] ?? ''

/** A version as a form carries it; null = none. */
export const versionOf = (typed: Typed): number | null => {
  const text = oneOf(typed, 'version')
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
