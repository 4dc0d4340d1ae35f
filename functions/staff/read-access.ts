import { bucketOfTicket, readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { type AccessRow, accessBy, accessTo, type LogPlace } from './access-log-store.ts'
import { whyNotEverywhere } from './desk-actor.ts'
import { staffNamesOf } from './names-of-staff.ts'
import { staffByEmail, staffById } from './staff-store.ts'

/** Whose accesses are read: those to a record, or those by somebody of the staff. */
export type LogOf =
  | { readonly kind: 'record'; readonly code: string }
  | { readonly kind: 'person'; readonly id: string }

export type AccessEntry = {
  readonly at: number
  /** Ticket code of the record; null = a search. */
  readonly code: string | null
  readonly act: string
  readonly staff: { readonly id: string; readonly name: string }
}

export type LogPage = {
  readonly entries: readonly AccessEntry[]
  /** The place after which the next page begins; null = this is the last one. */
  readonly next: string | null
}

type Asking = Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff }
type Wish = { readonly of: LogOf; readonly after: string | null; readonly limit: number }

const LATEST: LogPlace = { at: Number.MAX_SAFE_INTEGER, subject: '~', id: '~' }
/** A place as a page's address names it. */
export const LOG_PLACE = /^(\d{1,15}) ((?:repair|staff)\/[\w-]{1,60}) ([0-9a-f]{1,32})$/

function placeIn(text: string | null): LogPlace {
  const [, at, subject = '', id = ''] = LOG_PLACE.exec(text ?? '') ?? []
  return at === undefined ? LATEST : { at: Number(at), subject, id }
}

const RECORD = 'repair/'

async function rowsOf({ hub, databases }: Asking, { of, after, limit }: Wish) {
  const turn = { before: placeIn(after), most: limit + 1 }
  if (of.kind === 'record') {
    const work = databases.of(bucketOfTicket(of.code))
    const [rows] = await readTogether([accessTo(work, `${RECORD}${of.code}`, turn)])
    return rows
  }
  // Searches lie in the hub, openings where the record lies.
  const everywhere = [...new Map([hub, ...databases.all].map((one) => [one.d1, one])).values()]
  const rows = await readEverywhere(everywhere.map((one) => accessBy(one, of.id, turn)))
  const key = ({ subject, id }: AccessRow): string => `${subject} ${id}`
  return rows.flat().sort((a, b) => b.at - a.at || (key(a) < key(b) ? 1 : -1))
}

/**
 * Who opened a customer's record, or what somebody of the staff opened and looked for, the last first, page
 * by page: codes, acts and names of staff, never what was typed. For whoever sees the log of the whole
 * network.
 */
export async function readAccess(
  asking: Asking,
  wish: Wish,
): Promise<LogPage | { readonly refusal: 'not_your_role' }> {
  if (whyNotEverywhere(asking.staff, 'log.see')) return { refusal: 'not_your_role' }
  const rows = await rowsOf(asking, wish)
  const page = rows.slice(0, wish.limit)
  const last = page.at(-1)
  const names = await staffNamesOf(
    asking.hub,
    page.map((row) => row.staff_id),
  )
  return {
    entries: page.map(({ at, subject, act, staff_id: id }) => ({
      ...{ at, act, staff: { id, name: names.get(id) ?? id } },
      code: subject.startsWith(RECORD) ? subject.slice(RECORD.length) : null,
    })),
    next: rows.length > page.length && last ? `${last.at} ${last.subject} ${last.id}` : null,
  }
}

/**
 * What somebody typed to say whose accesses they mean: a ticket code, an e-mail, an id; null = nobody's, or
 * not theirs to ask.
 */
export async function readLogOf({ hub, staff }: Asking, typed: string): Promise<LogOf | null> {
  if (whyNotEverywhere(staff, 'log.see')) return null
  const code = readTicketCode(typed)
  if (code) return { kind: 'record', code }
  const said = typed.normalize('NFKC').trim().toLowerCase()
  const found = said.includes('@') ? staffByEmail(hub, said) : staffById(hub, said)
  const [[row]] = await readTogether([found])
  return row ? { kind: 'person', id: row.id } : null
}
