import type { Ask } from '../support/a-worker.ts'
import type { SignedInStaff } from '../support/signed-in.ts'
import { IMEI } from './intake-requests.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

const encoded = (fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one as string]),
    ),
  )

/** A form that says all that a walk-in needs; `change` says what the test is about. */
export const aForm = (change: Fields = {}): Fields => ({
  ...{ outlet: 'HZ-001', commandId: 'cmd-1', act: 'take', historySeen: '' },
  ...{ imei: IMEI, imei2: '', serial: '', model: 'f2', fault: 'screen', words: 'fell on stairs' },
  condition: ['scratched', 'cracked_glass'],
  fails: ['touch'],
  accessories: ['sim'],
  ...{ name: 'Demo Customer', phone: '13800138000', mayCollect: 'Friend Demo', locale: 'zh-CN' },
  ...{ wayBack: 'collect', address: '', boughtOn: '2026-05-01', proof: 'invoice', coverage: '' },
  ...{ ceiling: '300', promised: '', shelf: 'A-12', dataLoss: 'yes', consent: 'yes' },
  ...change,
})

/** The desk's pages as somebody of the staff sees them. */
export const pagesOf = (ask: Ask, { cookie }: SignedInStaff) => {
  const headers = { Cookie: cookie, Accept: 'text/html' }
  const look = (path: string) => ask(path, { headers, redirect: 'manual' })
  const send = (path: string, fields: Fields) =>
    ask(path, { method: 'POST', headers, body: encoded(fields), redirect: 'manual' })
  return { look, send }
}

/** The values of a form on a page, by field. */
export function fieldsIn(html: string): Readonly<Record<string, string>> {
  const inputs = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => tag)
  return Object.fromEntries(
    inputs.flatMap((tag) => {
      const [, name] = / name="([^"]*)"/.exec(tag) ?? []
      const [, value = ''] = / value="([^"]*)"/.exec(tag) ?? []
      const isOff = / type="checkbox"/.test(tag) && !/ checked/.test(tag)
      return name && !isOff ? [[name, value] as const] : []
    }),
  )
}

/** What is chosen in a page's select. */
export const chosenIn = (html: string, name: string): string | undefined => {
  const [, options = ''] = new RegExp(`<select[^>]* name="${name}"[^>]*>(.*?)</select>`, 's').exec(
    html,
  ) ?? ['', '']
  return /value="([^"]*)" selected/.exec(options)?.[1]
}

/** The code that an answer leads to. */
export const codeIn = (answer: Response): string =>
  /code=([0-9A-Z]{13})$/.exec(answer.headers.get('Location') ?? '')?.[1] ?? ''
