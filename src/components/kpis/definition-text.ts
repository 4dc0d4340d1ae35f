import type { KpiDefinition } from '#domain/kpis/kpi-definition.ts'
import { definitionOf, type FigureId } from '#domain/kpis/kpi-definitions.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

/** A figure's definition in words, each a sentence of its own. */
export type DefinitionText = {
  readonly title: string
  readonly sentence: string
  readonly numerator: string
  readonly denominator: string
  readonly exclusions: readonly string[]
  readonly date: string
}

/** Figures that are told alike but for their limit and the way in. */
const TOLD_AS = {
  one_hour_rate: 'one_hour_rate',
  turnaround_walk_in_1h: 'turnaround_share',
  turnaround_walk_in_1d: 'turnaround_share',
  turnaround_walk_in_3d: 'turnaround_share',
  turnaround_walk_in_10d: 'turnaround_share',
  turnaround_mail_in_3d: 'turnaround_share',
  turnaround_mail_in_10d: 'turnaround_share',
  turnaround_walk_in_p50: 'turnaround_p50',
  turnaround_walk_in_p90: 'turnaround_p90',
  turnaround_mail_in_p50: 'turnaround_p50',
  turnaround_mail_in_p90: 'turnaround_p90',
  promise_kept: 'promise_kept',
  promised_p50: 'promised_p50',
  promised_late: 'promised_late',
  repeat_7: 'repeat',
  repeat_30: 'repeat',
  repeat_90: 'repeat',
  attributable_repeat: 'attributable_repeat',
  repeat_classified: 'repeat_classified',
  first_time_fix: 'first_time_fix',
  no_fault_found: 'no_fault_found',
  csat: 'csat',
  dsat: 'dsat',
  nps: 'nps',
  ces: 'ces',
  response_rate: 'response_rate',
  feedback_answered_in_time: 'feedback_answered',
  feedback_solved_in_time: 'feedback_solved',
  complaint_contact_in_time: 'complaint_contact',
  complaint_report_in_time: 'complaint_report',
  complaint_answer_in_time: 'complaint_answer',
  complaint_rate: 'complaint_rate',
  upheld_rate: 'upheld_rate',
  upheld_share: 'upheld_share',
  queue_p50: 'queue_p50',
  queue_p90: 'queue_p90',
  called_in_time: 'called_in_time',
  left_unserved: 'left_unserved',
  quote_drift: 'quote_drift',
  unrepaired_share: 'unrepaired_share',
  no_show: 'no_show',
  own_held_p50: 'own_held',
  asked_again: 'asked_again',
  records_complete: 'records_complete',
  entered_late: 'entered_late',
} as const satisfies Record<FigureId, string>

const HOURS_OF_DAY = 24

/** `3 days`, `1 hour`: limits of days alone are spelled into sentences. */
function limitText(locale: Locale, { limit }: KpiDefinition): string {
  if (limit === null) return ''
  const [value, unit] = limit < 1 ? [limit * HOURS_OF_DAY, 'hour'] : [limit, 'day']
  return new Intl.NumberFormat(locale, {
    ...({ style: 'unit', unit, unitDisplay: 'long' } as const),
  }).format(value)
}

/** What a figure is, in words: the method page and every page's "how this is counted". */
export function definitionText(locale: Locale, id: FigureId): DefinitionText {
  const t = translator(locale)
  const definition = definitionOf(id)
  const told = TOLD_AS[id]
  const way = definition.wayIn === null ? '' : t(`kpis.way.${definition.wayIn}`)
  const values = { limit: limitText(locale, definition), way }
  return {
    title: t(`kpis.title.${told}`, values),
    sentence: t(`kpis.sentence.${told}`, values),
    numerator: t(`kpis.numerator.${told}`, values),
    denominator: t(`kpis.denominator.${told}`, values),
    exclusions: definition.exclusions.map((exclusion) => t(`kpis.exclusion.${exclusion}`)),
    date: t(`kpis.date.${definition.date}`),
  }
}
