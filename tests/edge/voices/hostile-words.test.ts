import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { deliverDue } from '#functions/messages/deliver-due.ts'
import { aReceiver } from '../messages/sent-messages.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { type Ask, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { everywhere, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import {
  aDissatisfiedCustomer,
  anAskedCustomer,
  surveyCookie,
} from '../surveys/an-asked-customer.ts'
import { type Field, type Form, formsIn } from './forms-in.ts'

/** A formula, a way out of an attribute and of an element, a line that would begin a header. */
const canaryFor = (name: string): string =>
  `=HYPERLINK("http://x.example";"${name}")"><img src=x-canary onerror=alert(1)>'\r\nBcc: x@x.example\r\n\r\n`

/** What a field takes that isn't anybody's words, where the words are refused. */
const VALID: Readonly<Record<string, string>> = {
  ...{ reach: '13800138000', phone: '13800138000', email: 'li@mail.example', consent: 'yes' },
  ...{ outlet: 'HZ-001', outletCode: 'HZ-001', place: 'HZ-001', region: 'cn-zhejiang' },
  ...{ receivedAt: '2026-11-17T09:00', happenedAt: '', from: '2026-12-01T00:00', repair: '' },
  ...{ repairCode: '', beforeAmount: '50', beforeN: '100', wanted: '10', target: '99' },
  ...{ dueOn: '2026-12-31', doneOn: '2026-11-18', month: '2026-11', count: '10', sample: '10' },
}

const TYPED = new Set(['text', 'search', 'textarea', 'tel', 'email', 'url'])
const PLACES =
  /^(?:\/zh)?\/(?:feedback|survey)\/|^\/desk\/(?:feedback|complaints|callbacks|surveys|standards|improvements|new-improvement|voices)\//

const pickOf = ({ value, options, type }: Field): string =>
  type === 'select' ? value || (options.find((option) => option !== '') ?? '') : value

/** A form with hostile words wherever somebody types; with `valid` those fields that are no words are right. */
function filled({ fields }: Form, isValid: boolean): FormData {
  const data = new FormData()
  for (const field of fields) {
    const { name, type } = field
    if (type === 'file') continue
    const right = isValid ? VALID[name] : undefined
    if (TYPED.has(type)) data.set(name, right ?? canaryFor(name))
    else if (type === 'date') data.set(name, right ?? '2026-12-01')
    else if (type === 'datetime-local') data.set(name, right ?? '2026-11-18T10:00')
    else if (type === 'number') data.set(name, field.value || '5')
    else if (!data.has(name)) data.set(name, pickOf(field))
  }
  return data
}

type Seen = { pages: number; sent: number; kept: Set<string>; found: number }
const seen: Seen = { pages: 0, sent: 0, kept: new Set(), found: 0 }

/** No word of the canary may stand on a page but as text. */
function harmless(where: string, html: string): void {
  expect(html.includes('<img src=x-canary'), where).toBe(false)
  expect(/=\s*["']?=HYPERLINK\("/.test(html), where).toBe(false)
  if (html.includes('x-canary')) seen.found += 1
}

type Walker = { readonly ask: Ask; readonly cookies: Map<string, string> }

async function go({ ask, cookies }: Walker, path: string, init: RequestInit = {}) {
  const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await ask(path, { redirect: 'manual', ...init, headers: { Cookie } })
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  for (const [name, value] of answer.headers) {
    expect(/x-canary|Bcc/.test(value), `${path} ${name}`).toBe(false)
  }
  const text = await answer.text()
  if ((answer.headers.get('Content-Type') ?? '').startsWith('text/html')) harmless(path, text)
  expect(answer.status, path).toBeLessThan(500)
  return { status: answer.status, text, location: answer.headers.get('Location') }
}

const MOST_PAGES = 90

/** A page that asks whether to send has nothing to type in. */
const asksAgain = ({ fields }: Form): boolean =>
  fields.length > 0 && fields.every(({ type }) => type === 'hidden' || type === 'submit')

/** Sends a form, and what it asks once more; answers where it led, null where it was refused. */
async function send(
  walker: Walker,
  { form, action, isValid }: { form: Form; action: string; isValid: boolean },
): Promise<string | null> {
  seen.sent += 1
  const body = filled(form, isValid)
  const { status, location, text } = await go(walker, action, { method: 'POST', body })
  if (status === 303) return location
  if (status !== 200) return null
  const again = (await formsIn(text)).forms.filter(asksAgain)
  for (const next of again) {
    const to = next.action || action
    const sent = await go(walker, to, { method: 'POST', body: filled(next, true) })
    if (sent.status === 303) return sent.location
  }
  return null
}

/** Opens what links lead to, and sends each form once with words and once as it is taken. */
async function walk(walker: Walker, from: readonly string[]): Promise<void> {
  const open = [...from]
  const known = new Set(open)
  const sent = new Set<string>()
  const note = (to: string | null, at: string): void => {
    if (!to) return
    const { pathname, search } = new URL(to, `https://fixpoint.example${at}`)
    const path = `${pathname}${search}`
    if (!PLACES.test(pathname) || known.has(path) || pathname.endsWith('.csv')) return
    known.add(path)
    open.push(path)
  }
  let pages = 0
  for (let path = open.shift(); path && pages < MOST_PAGES; path = open.shift()) {
    const { text } = await go(walker, path)
    pages += 1
    seen.pages += 1
    const { forms, links } = await formsIn(text)
    for (const link of links) note(link, path)
    for (const form of forms) {
      const action = form.action || path
      const names = form.fields.map(({ name }) => name).join()
      const kind = `${action} ${names}`
      if (!PLACES.test(action) || sent.has(kind)) continue
      sent.add(kind)
      const location =
        (await send(walker, { form, action, isValid: false })) ??
        (await send(walker, { form, action, isValid: true }))
      if (location === null) continue
      for (const { name, type } of form.fields) {
        if (TYPED.has(type)) seen.kept.add(`${action.replace(/[0-9A-Z.]{13,}/, '…')} ${name}`)
      }
      // The page looks otherwise now, under another version: what it offers next comes in its turn.
      known.delete(path)
      note(path, path)
      note(location, path)
      break
    }
  }
}

const FROM = {
  customer: ['/feedback/', '/zh/feedback/', '/feedback/complaint/', '/feedback/look-up/'],
  desk: [
    ...['/desk/feedback/', '/desk/feedback/new/', '/desk/complaints/', '/desk/complaints/new/'],
    ...['/desk/callbacks/', '/desk/surveys/', '/desk/standards/', '/desk/improvements/'],
  ],
}

const EXPORTS = [
  '/desk/feedback/export.csv',
  '/desk/complaints/export.csv',
  '/desk/surveys/answers.csv?month=2026-11',
]

describe('words meant to do harm', () => {
  let ask: Ask
  let quality: Walker

  beforeAll(async () => {
    const outlets = [aCounter(), aCounter({ code: 'HZ-002' })]
    const seq = await fillHub(outlets)
    ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
    const cookieOf = async (role: 'hq_quality' | 'agent' | 'regional_manager') => {
      const { cookie } = await signedIn([everywhere(role)], { key: role })
      const at = cookie.indexOf('=')
      return new Map([[cookie.slice(0, at), cookie.slice(at + 1)]])
    }
    await walk({ ask, cookies: new Map() }, FROM.customer)
    const survey = (await surveyCookie(await anAskedCustomer('7K00000000001'))).split('=')
    await aDissatisfiedCustomer('7K00000000002')
    const cookies = new Map([[survey[0] ?? '', survey.slice(1).join('=')]])
    await walk({ ask, cookies }, ['/survey/'])
    await walk({ ask, cookies: await cookieOf('agent') }, FROM.desk)
    quality = { ask, cookies: await cookieOf('hq_quality') }
    await walk(quality, FROM.desk)
  }, 240_000)

  it('are text on every page that shows them, and in no header', () => {
    console.log(
      `${seen.pages} pages, ${seen.sent} forms sent, ${seen.kept.size} fields kept, words on ${seen.found} pages`,
    )
    expect(seen.kept.size).toBeGreaterThan(40)
    expect(seen.found).toBeGreaterThan(100)
  })

  it('are no formula in any table that is handed out', async () => {
    const cells = []
    for (const path of EXPORTS) {
      const { status, text } = await go(quality, path)
      expect(status, path).toBe(200)
      cells.push(
        ...(parse(text.replace(/^\uFEFF/, ''), { relax_column_count: true }) as string[][]).flat(),
      )
    }
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells.some((cell) => cell.includes('x-canary'))).toBe(true)
  })

  it('go out in no message and begin no line of its head', async () => {
    const { adapter, taken } = aReceiver()
    const sources = { ...theSources(), now: NOW + 3_600_000, randomByte: () => 0 }
    await deliverDue(sources, adapter, { limit: 200 })
    expect(taken.length).toBeGreaterThan(3)
    for (const { email, text, to } of taken) {
      expect(`${email.subject}${to.email ?? ''}${to.phone ?? ''}`).not.toMatch(/[\r\n]/)
      expect(`${email.subject}${email.text}${text}`).not.toContain('x-canary')
    }
  })
})
