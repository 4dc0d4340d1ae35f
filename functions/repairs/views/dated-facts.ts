import { DELAY_REASONS } from '#domain/desk/code-lists.ts'
import { countsAsReady } from '#domain/repairs/from-conditions.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { formatDate } from '#i18n/format.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { known } from './report-facts.ts'
import { at, type StatusPage } from './status-page.ts'

/** A date that somebody was told, with what became of it. */
export type DatedFact = {
  readonly term: string
  readonly value: string
  /** What was told first, and why it changed: nothing told is ever taken back unseen. */
  readonly notes: readonly string[]
  /** '' = in time, so far. */
  readonly late: string
}

function changes(t: Translate, first: string | null, reason: unknown): readonly string[] {
  const said = known(DELAY_REASONS, reason)
  return [
    ...(first ? [first] : []),
    ...(said ? [t('repairs.fact.reason', { reason: t(`repairs.reason.${said}`) })] : []),
  ]
}

function promised(page: StatusPage, t: Translate): readonly DatedFact[] {
  const { repair, now } = page
  const { promise, readyAt, status } = repair
  if (!promise) return []
  const { firstAt, currentAt, reason } = promise
  const isReady = readyAt !== null && (status !== 'ready' || countsAsReady(repair))
  const first =
    firstAt === currentAt ? null : t('repairs.fact.first_promise', { time: at(page, firstAt) })
  const isLate = !isReady && currentAt < now && status !== 'closed'
  const wasLate = isReady && readyAt > firstAt
  return [
    {
      term: t('repairs.fact.promised'),
      value: at(page, currentAt),
      notes: changes(t, first, reason),
      late: isLate ? t('repairs.fact.late') : wasLate ? t('repairs.fact.was_late') : '',
    },
  ]
}

/** The dates told for the part that is awaited, the first one first. */
function partDates(events: readonly RepairEvent[]): readonly RepairEvent[] {
  const began = events.findLastIndex(
    ({ type, data }) => type !== 'repair.date_changed' && typeof data.expectedOn === 'string',
  )
  return began < 0 ? [] : events.slice(began).filter(({ data }) => data.expectedOn !== undefined)
}

function partDue(page: StatusPage, t: Translate): readonly DatedFact[] {
  const { locale, repair, events } = page
  if (repair.status !== 'awaiting_parts' || !repair.partExpectedOn) return []
  const dates = partDates(events)
  const firstOn = dates[0]?.data.expectedOn
  const first =
    typeof firstOn === 'string' && firstOn !== repair.partExpectedOn
      ? t('repairs.fact.first_due', { date: formatDate(locale, firstOn) })
      : null
  return [
    {
      term: t('repairs.fact.part_due'),
      value: formatDate(locale, repair.partExpectedOn),
      notes: changes(t, first, dates.at(-1)?.data.reason),
      late: '',
    },
  ]
}

function nextUpdate(page: StatusPage, t: Translate): readonly DatedFact[] {
  const { status, nextUpdateBy } = page.repair
  if (nextUpdateBy === null || status === 'closed') return []
  return [
    {
      term: t('repairs.fact.next_update'),
      value: at(page, nextUpdateBy),
      notes: [],
      late: nextUpdateBy < page.now ? t('repairs.fact.news_late') : '',
    },
  ]
}

/** Everything promised for a time: when, what was told before and why it changed, and whether it is late. */
export function datedFacts(page: StatusPage): readonly DatedFact[] {
  const t = translator(page.locale)
  return [...partDue(page, t), ...promised(page, t), ...nextUpdate(page, t)]
}
