import { type Notice, noticeSubject, whyNotWithdrawn } from '#domain/desk/network-notice.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { insertNotice, latestNotices, type NoticeRow, noticeById, withdrawNotice } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'now' | 'randomByte'> & { readonly staff: Staff }

export type NoticeWish = Pick<Notice, 'kind' | 'text' | 'fromAt' | 'untilAt'>
export type NoticeAnswer = { readonly id: string; readonly version: number }
export type NoticeRefusal =
  | 'bad_dates'
  | 'not_found'
  | 'not_allowed_now'
  | 'not_your_role'
  | 'stale'
  | 'key_reused'
export type NoticeTask = Task<NoticeAnswer, NoticeRefusal>

/** A notice and when it was last touched. */
export type StandingNotice = Notice & { readonly updatedAt: number }

const noticeFrom = (row: NoticeRow): StandingNotice => ({
  ...{ id: row.id, version: row.version, kind: row.kind },
  text: { en: row.text_en, 'zh-CN': row.text_zh },
  ...{ fromAt: row.from_at, untilAt: row.until_at, withdrawnAt: row.withdrawn_at },
  updatedAt: row.updated_at,
})

const RANDOM_BYTES = 5

/** An id that begins with its time, so that later notices sort after earlier ones. */
const newId = (now: number, randomByte: () => number): string => {
  const random = Array.from({ length: RANDOM_BYTES }, () =>
    randomByte().toString(16).padStart(2, '0'),
  )
  return `ntc_${now.toString(36).padStart(9, '0')}${random.join('')}`
}

/** Puts a notice up; the home page shows it from the next site build on. */
export async function createNotice(
  { hub, now, staff, randomByte }: Asking,
  wish: NoticeWish,
  key: string | null,
): Promise<NoticeTask> {
  const command = await commandOf({ name: 'create_notice', key, body: wish, actor: staff.id, now })
  const refused = (refusal: NoticeRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  if (whyNotEverywhere(staff, 'notice.edit')) return refused('not_your_role')
  const [kept] = await readTogether([keptAnswer(hub, command)])
  const replay = replayOf<NoticeAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  if (wish.untilAt <= wish.fromAt || wish.untilAt <= now) return refused('bad_dates')
  const id = newId(now, randomByte)
  const { kind, fromAt, untilAt } = wish
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { id, version: 1 },
      events: [
        {
          ...{ subject: noticeSubject(id), version: 1, type: 'notice.published', happenedAt: now },
          data: { kind, fromAt, untilAt },
        },
      ],
      rows: [insertNotice(hub, { ...wish, id }, now)],
    },
  }
}

type Withdrawal = {
  readonly id: string
  readonly expectedVersion: number
  readonly key: string | null
}

/** Takes a notice back; the home page drops it with the next site build. */
export async function takeNoticeBack(
  { hub, now, staff }: Asking,
  { id, expectedVersion, key }: Withdrawal,
): Promise<NoticeTask> {
  const body = { id, expectedVersion }
  const command = await commandOf({ name: 'withdraw_notice', key, body, actor: staff.id, now })
  const refused = (refusal: NoticeRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  if (whyNotEverywhere(staff, 'notice.edit')) return refused('not_your_role')
  const [kept, [row]] = await readTogether([keptAnswer(hub, command), noticeById(hub, id)])
  const replay = replayOf<NoticeAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  if (!row) return refused('not_found')
  const refusal = whyNotWithdrawn(noticeFrom(row), expectedVersion, now)
  if (refusal) return refused(refusal)
  const version = row.version + 1
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { id, version },
      events: [
        {
          ...{ subject: noticeSubject(id), version, type: 'notice.withdrawn' },
          ...{ happenedAt: now, data: {} },
        },
      ],
      rows: [withdrawNotice(hub, { id, version }, now)],
    },
  }
}

type Reading = Pick<Asking, 'hub' | 'staff'>
type NotYours = { readonly refusal: 'not_your_role' }

/** One notice, for whoever looks after them. */
export async function findNotice(
  { hub, staff }: Reading,
  id: string,
): Promise<StandingNotice | { readonly refusal: 'not_found' | 'not_your_role' }> {
  if (whyNotEverywhere(staff, 'notice.edit')) return { refusal: 'not_your_role' }
  const [[row]] = await readTogether([noticeById(hub, id)])
  return row ? noticeFrom(row) : { refusal: 'not_found' }
}

/** After every id there is. */
export const NEWEST = '~'

export type NoticePage = {
  readonly notices: readonly StandingNotice[]
  /** The notice before which the next page begins; null = this is the last one. */
  readonly next: string | null
}

/** The newest notices before another, for whoever looks after them. */
export async function listNotices(
  { hub, staff }: Reading,
  { before, most }: { readonly before: string; readonly most: number },
): Promise<NoticePage | NotYours> {
  if (whyNotEverywhere(staff, 'notice.edit')) return { refusal: 'not_your_role' }
  const [rows] = await readTogether([latestNotices(hub, { before, most: most + 1 })])
  const notices = rows.slice(0, most).map(noticeFrom)
  return { notices, next: rows.length > most ? (notices.at(-1)?.id ?? null) : null }
}
