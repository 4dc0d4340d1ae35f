import type { Feedback, FeedbackKind } from '#domain/feedback/feedback.ts'
import { todoAt } from '#domain/feedback/feedback-steps.ts'
import { holdsEverywhere } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { maskPersonal } from '#domain/voices/mask-personal.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { codesInScope } from '#functions/outlets/edit-list.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import {
  type CountedRow,
  countSuspected,
  exportedFeedback,
  type ListedRow,
  latest,
  toDo,
} from './list-store.ts'
import { feedbackFromRow } from './store.ts'

export const FEEDBACK_LISTS = ['todo', 'suspected', 'all'] as const
export type FeedbackList = (typeof FEEDBACK_LISTS)[number]

export type ListWish = {
  readonly list: FeedbackList
  readonly kind: FeedbackKind | null
  /** Of `all`: what reached us before, epoch ms. */
  readonly before: number
}

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

const A_PAGE = 50
/** More than that of some outlets isn't sorted. */
const MOST_SORTED = 500
const COUNTED_MS = 30 * 86_400_000
const MOST_COUNTED = 1_000

export type FeedbackListed = {
  readonly listed: readonly Feedback[]
  /** Where the next page of `all` begins; null = there is none. */
  readonly next: number | null
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

/** Feedback that somebody sees: what wants a person, due first; suspected complaints; or all, newest first. */
export async function listFeedback(asking: Asking, wish: ListWish): Promise<FeedbackListed> {
  const { databases, staff, hub } = asking
  const { list, kind, before } = wish
  const outlets = await codesInScope({ hub, staff }, 'feedback.see')
  const filter = {
    ...{ kind: kind ?? '', isSuspected: list === 'suspected', outlets },
    most: outlets === null ? A_PAGE + 1 : MOST_SORTED,
  }
  const found: readonly (readonly ListedRow[])[] = await readEverywhere(
    databases.all.map((one) => (list === 'all' ? latest(one, filter, before) : toDo(one, filter))),
  )
  const order = (feedback: Feedback): number =>
    list === 'all' ? -feedback.receivedAt : (todoAt(feedback) ?? 0)
  const sorted = found
    .flat()
    .map(feedbackFromRow)
    .sort((a, b) => order(a) - order(b))
  const listed = sorted.slice(0, A_PAGE)
  const isMore = list === 'all' && sorted.length > A_PAGE
  return {
    listed,
    next: isMore ? (listed.at(-1)?.receivedAt ?? null) : null,
    counts: list === 'suspected' ? await countsOf(asking) : null,
  }
}

export type ExportedFeedback = {
  readonly feedback: Feedback
  /** What was said, with what names a person taken out; null = erased. */
  readonly said: string | null
}

const MOST_EXPORTED = 5_000

/** Feedback that reached us in `[from, until)`, the oldest first, with its words, for who sees all of it; and the row that says who took it out. */
export async function exportFeedback(
  { hub, databases, staff, now, randomByte }: Asking & Pick<Sources, 'randomByte'>,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<
  | { readonly rows: readonly ExportedFeedback[]; readonly log: Prepared }
  | { readonly refusal: 'not_your_role' }
> {
  if (!holdsEverywhere(staff, 'feedback.export')) return { refusal: 'not_your_role' }
  const found = await readEverywhere(
    databases.all.map((one) => exportedFeedback(one, { from, until, most: MOST_EXPORTED })),
  )
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
