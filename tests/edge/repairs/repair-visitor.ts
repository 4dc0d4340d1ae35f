import { expect } from 'vitest'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { aCounter, aMailInCentre, aRequest } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'

const DAY_MS = 86_400_000
const outlets = [aCounter(), aMailInCentre()]

const STAFF: Actor = {
  id: 'stf_demo',
  roles: ['counter', 'bench', 'outlet_manager', 'agent'],
  via: 'desk',
}

export const PERSONAL = {
  contact: { name: 'Demo Customer', phone: '13800138000', locale: 'en' },
  fault: { code: 'screen', text: 'It fell from the balcony' },
  device: { model: 'f2', imei: '490154203237518' },
}

export const RECEIVE: RepairAction = {
  type: 'receive',
  isAnnounced: true,
  condition: ['scratched'],
  accessories: [],
  coverage: 'in_warranty',
  promisedAt: NOW + 2 * DAY_MS,
  arrivedAt: null,
  ceiling: null,
  repeatOf: null,
}

export const QUOTE: Extract<RepairAction, { type: 'ask' }> = {
  type: 'ask',
  kind: 'price',
  lines: [{ item: 'screen', amountMinor: 39900 }],
  currency: 'CNY',
  declineCostMinor: 3000,
  notCovered: 'impact',
  continueTo: { status: 'repairing' },
  faultCode: 'screen',
  coverage: 'customer_pays',
}

export async function act(code: string, action: RepairAction): Promise<void> {
  const outcome = await carryStep(() =>
    actOnRepair(theSources(), {
      ...{ code, action, expectedVersion: null, actor: STAFF, happenedAt: null, key: null },
      personal: { device: { imeis: [], serial: code } },
    }),
  )
  expect(outcome).toMatchObject({ kind: 'done' })
}

export const versionOf = async (code: string): Promise<number | undefined> =>
  (await showRepair(theSources(), code))?.repair.version

/** A message's link, as it would be sent. */
export async function linkOf(code: string, askVersion: number | null = null): Promise<string> {
  const purpose = askVersion === null ? 'status' : 'answer'
  return `/t/${await linkToken(theSources().keys, { code, purpose, askVersion })}`
}

export const cookieOf = (answer: Response): string =>
  answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''

/** A page's words, without its markup. */
export const plain = (html: string): string =>
  html.replace(/\u00a0/g, ' ').replace(/<[^>]+>/g, '\n')

const CONFIRMED = ['decline', 'withdraw', 'cancel', 'delivered']

/** A site with an outlet and a mail-in centre, and somebody who visits it. */
export async function aVisitedSite() {
  const log: string[] = []
  const seq = await fillHub(outlets)
  const ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) }, log })

  const booked = async (path = '/api/v1/bookings', body: object = aRequest(PERSONAL)) => {
    const answer = await ask(path, asJson(body))
    const { repair } = (await answer.json()) as { repair: { code: string } }
    return readTicketCode(repair.code) ?? ''
  }
  const received = async () => {
    const code = await booked()
    await act(code, RECEIVE)
    return code
  }
  const asked = async () => {
    const code = await received()
    await act(code, { type: 'diagnose' })
    await act(code, QUOTE)
    return code
  }
  const lookUp = (code: string, phoneLast4 = '8000', prefix = '') =>
    ask(`${prefix}/repairs/`, asForm({ code, phoneLast4 }))
  const read = async (cookie: string, path = '/repairs/status/') =>
    await (await ask(path, { headers: { Cookie: cookie } })).text()

  /** Sends the form that a page shows for a step, with what it holds. */
  const send = async (
    cookie: string,
    step: string,
    fields: Readonly<Record<string, string>> = {},
  ) => {
    const form = CONFIRMED.includes(step) ? `/repairs/confirm/${step}/` : '/repairs/status/'
    const page = await read(cookie, form)
    const hidden = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)
    const held = Object.fromEntries([...hidden].map(([, name, value]) => [name, value]))
    const sent = asForm({ ...held, ...fields }, { Cookie: cookie })
    return await ask(`/repairs/actions/${step}`, sent)
  }

  return {
    ask,
    log,
    booked,
    received,
    asked,
    lookUp,
    read,
    send,
    byCode: async (code: string) => cookieOf(await lookUp(code)),
    byLink: async (code: string, askVersion: number | null = null) =>
      cookieOf(await ask(await linkOf(code, askVersion), asForm({}))),
  }
}

export type VisitedSite = Awaited<ReturnType<typeof aVisitedSite>>
