import type { Feedback, FeedbackKind } from '#domain/feedback/feedback.ts'
import { todoAt } from '#domain/feedback/feedback-steps.ts'
import { holdsEverywhere } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { maskPersonal } from '#domain/voices/mask-personal.ts'
import { type Page, pageOf, readInOrder } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { codesInScope } from '#functions/outlets/edit-list.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { type CountedRow, countSuspected, exportedFeedback, latest, toDo } from './list-store.ts'
import { feedbackFromRow } from './store.ts'

export const FEEDBACK_LISTS = ['todo', 'suspected', 'all'] as const
export type FeedbackList = (typeof FEEDBACK_LISTS)[number]

export type ListWish = {
  readonly list: FeedbackList
  readonly kind: FeedbackKind | null
  /** Where the page begins; null = at the beginning. */
  readonly after: Place | null
}

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

const A_PAGE = 50
/** Before the first of a list that counts upwards, and of one that counts down. */
const FIRST: Place = { at: 0, id: '' }
const LATEST: Place = { at: Number.MAX_SAFE_INTEGER, id: '' }
const COUNTED_MS = 30 * 86_400_000
const MOST_COUNTED = 1_000

export type FeedbackListed = Page<Feedback> & {
  /** Of the whole network's last 30 days; null = not asked, or not theirs to see. */
  readonly counts: CountedRow | null
}

const sum = (rows: readonly CountedRow[], name: keyof CountedRow): number =>
  rows.reduce((total, row) => total + row[name], 0)

async function countsOf({ databases, now, staff }: Asking): Promise<CountedRow | null> {
  if (!holdsEverywhere(staff, 'feedback.see')) return null
  const rows = await readEverywhere(
    databases.all.map((database) => countSuspected(database, now - COUNTED_MS, MOST_COUNTED)),
  )
  const counted = rows.flat()
  return {
    suspected: sum(counted, 'suspected'),
    confirmed: sum(counted, 'confirmed'),
    dismissed: sum(counted, 'dismissed'),
  }
}

/** Feedback that somebody sees, a page: what wants a person, due first; suspected complaints; or all, newest first. */
export async function listFeedback(asking: Asking, wish: ListWish): Promise<FeedbackListed> {
  const { databases, staff, hub } = asking
  const { list, kind, after } = wish
  const outlets = await codesInScope({ hub, staff }, 'feedback.see')
  const isLatestFirst = list === 'all'
  const filter = {
    ...{ kind: kind ?? '', isSuspected: list === 'suspected', most: A_PAGE + 1 },
    after: after ?? (isLatestFirst ? LATEST : FIRST),
  }
  const found = await readInOrder(databases, outlets, isLatestFirst ? latest(filter) : toDo(filter))
  const placeOf = (feedback: Feedback): Place => ({
    at: isLatestFirst ? feedback.receivedAt : (todoAt(feedback) ?? 0),
    id: feedback.code,
  })
  return {
    ...pageOf(found.map(feedbackFromRow), { most: A_PAGE, placeOf, isLatestFirst }),
    counts: list === 'suspected' ? await countsOf(asking) : null,
  }
}

export type ExportedFeedback = {
  readonly feedback: Feedback
  /** What was said, with what names a person taken out; null = erased. */
  readonly said: string | null
}

const MOST_EXPORTED = 5_000

/**
 * Feedback that reached us in `[from, until)`, the oldest first, with its words, for who sees all of it; and the
 * row that says who took it out. Refused rather than cut where a database has more than it hands out at once.
 */
export async function exportFeedback(
  { hub, databases, staff, now, randomByte }: Asking & Pick<Sources, 'randomByte'>,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<
  | { readonly rows: readonly ExportedFeedback[]; readonly log: Prepared }
  | { readonly refusal: 'not_your_role' | 'too_many_rows' }
> {
  if (!holdsEverywhere(staff, 'feedback.export')) return { refusal: 'not_your_role' }
  const found = await readEverywhere(
    databases.all.map((one) => exportedFeedback(one, { from, until, most: MOST_EXPORTED + 1 })),
  )
  if (found.some(({ length }) => length > MOST_EXPORTED)) return { refusal: 'too_many_rows' }
  const rows = found.flat().map((row): ExportedFeedback => {
    const { said } = JSON.parse(row.words ?? '{}') as { readonly said?: string }
    const { name } = JSON.parse(row.contact ?? '{}') as { readonly name?: string | null }
    const words = said === undefined ? null : maskPersonal(said, name ? [name] : [])
    return { feedback: feedbackFromRow(row), said: words }
  })
  const access = { subject: `staff/${staff.id}`, staffId: staff.id, act: 'exported_feedback' }
  return {
    rows: [...rows].sort((a, b) => a.feedback.receivedAt - b.feedback.receivedAt),
    log: noteAccess(hub, access, { now, randomByte }),
  }
}
