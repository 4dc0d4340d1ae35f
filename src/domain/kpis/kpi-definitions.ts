import { CLASSIFIED_DAYS, CONTEST_DAYS } from '../repeats/repeat.ts'
import type { KpiDefinition } from './kpi-definition.ts'
import { KPIS, type KpiId } from './kpi-registry.ts'

type Given = Partial<Omit<KpiDefinition, 'measure' | 'formula' | 'date'>>
type Told = Pick<KpiDefinition, 'formula' | 'date'>

/** What is left out follows the standard's measure: its unit, and which way is better. */
const define = (measure: KpiId, told: Told, given: Given = {}): KpiDefinition => ({
  ...{ measure, limit: null, wayIn: null },
  ...{ unit: KPIS[measure].unit, betterIs: KPIS[measure].betterIs, digits: 1 },
  ...{ finalAfterDays: 0, exclusions: [], version: 1 },
  ...told,
  ...given,
})

const share = (hits: string | readonly string[], of: string | readonly string[]) =>
  ({ kind: 'share', hits: [hits].flat(), of: [of].flat() }) as const
const quantile = (sketch: string, part: number, perUnit = 1) =>
  ({ kind: 'quantile', sketch, share: part, perUnit }) as const
const scored = (question: string, low: number, high: number): readonly string[] =>
  Array.from({ length: high - low + 1 }, (_, at) => `survey.${question}|score=${low + at}`)

const MINUTES_OF_HOUR = 60
const MEDIAN = 0.5
const MOST = 0.9
const SURVEY_DAYS = 14

type Way = 'walk_in' | 'mail_in'
const doneIn = (name: '1h' | '1d' | '3d' | '10d', days: number, wayIn: Way) =>
  define(
    'turnaround_share',
    {
      formula: share(
        `turnaround_done_${name}|way_in=${wayIn}`,
        `turnaround_started|way_in=${wayIn}`,
      ),
      date: 'clock_start',
    },
    {
      ...{ limit: days, wayIn, finalAfterDays: Math.ceil(days) },
      exclusions: ['never_received', 'unrepaired_is_a_miss'],
    },
  )
const turnaround = (part: number, wayIn: Way) =>
  define(
    'turnaround_p90',
    { formula: quantile(`turnaround|way_in=${wayIn}`, part, MINUTES_OF_HOUR), date: 'clock_stop' },
    { wayIn, exclusions: ['unrepaired_left_out'] },
  )
const repeat = (days: number) =>
  define(
    'repeat_rate',
    { formula: share(`repeat_${days}`, 'handed_over'), date: 'hand_over' },
    { limit: days, finalAfterDays: days, exclusions: ['nothing_excluded'] },
  )
const surveyed = (measure: KpiId, formula: KpiDefinition['formula'], given: Given = {}) =>
  define(
    measure,
    { formula, date: 'surveyed' },
    { finalAfterDays: SURVEY_DAYS, exclusions: ['not_delivered'], ...given },
  )
const complaintClock = (clock: 'contact' | 'report' | 'answer', hours: number) =>
  define(
    'answered_in_time',
    { formula: share(`complaint_${clock}_in_time`, `complaint_${clock}_due`), date: 'deadline' },
    { limit: hours, exclusions: ['withdrawn_counted'] },
  )

/**
 * Every figure there is, by its id. One definition each: nothing else reckons it. The first of a measure,
 * limit and way in is the one that standards are judged by; others stand beside it.
 */
export const KPI_DEFINITIONS = {
  one_hour_rate: define(
    'one_hour_rate',
    { formula: share('one_hour_kept', 'one_hour_due'), date: 'arrival' },
    { limit: 60, finalAfterDays: 1, exclusions: ['unrepaired_is_a_miss'] },
  ),
  turnaround_walk_in_1h: doneIn('1h', 1 / 24, 'walk_in'),
  turnaround_walk_in_1d: doneIn('1d', 1, 'walk_in'),
  turnaround_walk_in_3d: doneIn('3d', 3, 'walk_in'),
  turnaround_walk_in_10d: doneIn('10d', 10, 'walk_in'),
  turnaround_mail_in_3d: doneIn('3d', 3, 'mail_in'),
  turnaround_mail_in_10d: doneIn('10d', 10, 'mail_in'),
  turnaround_walk_in_p90: turnaround(MOST, 'walk_in'),
  turnaround_walk_in_p50: turnaround(MEDIAN, 'walk_in'),
  turnaround_mail_in_p90: turnaround(MOST, 'mail_in'),
  turnaround_mail_in_p50: turnaround(MEDIAN, 'mail_in'),
  promise_kept: define(
    'promise_kept',
    { formula: share('promise_kept', 'promise_due'), date: 'first_promise' },
    { exclusions: ['unrepaired_is_a_miss'] },
  ),
  promised_p50: define(
    'promise_kept',
    { formula: quantile('promised', MEDIAN, MINUTES_OF_HOUR), date: 'first_promise' },
    { unit: 'hours', betterIs: 'lower' },
  ),
  promised_late: define(
    'promise_kept',
    { formula: share('promised_over_10d', 'promise_due'), date: 'first_promise' },
    { betterIs: 'lower', exclusions: ['nothing_excluded'] },
  ),
  repeat_7: repeat(7),
  repeat_30: repeat(30),
  repeat_90: repeat(90),
  /** For scorecards: what the outlet itself answers for, of what is back in 30 days. */
  attributable_repeat: define(
    'attributable_repeat',
    { formula: share('repeat_attributed', 'handed_over'), date: 'hand_over' },
    {
      limit: 30,
      finalAfterDays: CLASSIFIED_DAYS + CONTEST_DAYS,
      exclusions: ['unclassified_not_counted'],
    },
  ),
  repeat_classified: define(
    'attributable_repeat',
    { formula: share('repeat_judged', 'repeat_30'), date: 'hand_over' },
    { betterIs: 'higher', finalAfterDays: CLASSIFIED_DAYS + CONTEST_DAYS },
  ),
  first_time_fix: define(
    'first_time_fix',
    { formula: share('first_time_fix_kept', 'first_time_fix_due'), date: 'hand_over' },
    { finalAfterDays: 30, exclusions: ['unrepaired_left_out'] },
  ),
  no_fault_found: define('no_fault_found', {
    formula: share('no_fault_found', 'findings'),
    date: 'finding',
  }),
  csat: surveyed('csat', share(scored('csat', 4, 5), scored('csat', 1, 5))),
  dsat: surveyed('dsat', share(scored('csat', 1, 2), scored('csat', 1, 5))),
  nps: surveyed('nps', { kind: 'net', scores: 'survey.nps|score=' }),
  ces: surveyed('ces', share(scored('ces', 5, 7), scored('ces', 1, 7))),
  response_rate: surveyed('response_rate', share('survey.answered', 'survey.delivered')),
  feedback_answered_in_time: define(
    'answered_in_time',
    { formula: share('feedback.answered_in_time', 'feedback.answer_due'), date: 'deadline' },
    { limit: 24, exclusions: ['gone_to_complaint'] },
  ),
  feedback_solved_in_time: define(
    'solved_in_time',
    { formula: share('feedback.solved_in_time', 'feedback.solution_due'), date: 'deadline' },
    { limit: 24, exclusions: ['gone_to_complaint'] },
  ),
  complaint_contact_in_time: complaintClock('contact', 24),
  complaint_report_in_time: complaintClock('report', 48),
  complaint_answer_in_time: complaintClock('answer', 120),
  complaint_rate: define(
    'complaint_rate',
    {
      formula: { kind: 'rate', hits: ['complaints_registered'], of: ['repairs_received'] },
      date: 'registered',
    },
    { exclusions: ['withdrawn_counted'] },
  ),
  /** For scorecards: a share of complaints says little of an outlet that has three. */
  upheld_rate: define(
    'complaint_rate',
    {
      formula: {
        kind: 'rate',
        hits: ['complaints_answered|verdict=upheld', 'complaints_answered|verdict=partly'],
        of: ['repairs_received'],
      },
      date: 'answered',
    },
    { exclusions: ['withdrawn_counted'] },
  ),
  upheld_share: define('upheld_share', {
    formula: share(
      ['complaints_answered|verdict=upheld', 'complaints_answered|verdict=partly'],
      'complaints_answered',
    ),
    date: 'answered',
  }),
  queue_p50: define(
    'called_in_time',
    { formula: quantile('queue_wait', MEDIAN), date: 'arrival' },
    { unit: 'minutes', betterIs: 'lower' },
  ),
  queue_p90: define(
    'called_in_time',
    { formula: quantile('queue_wait', MOST), date: 'arrival' },
    { unit: 'minutes', betterIs: 'lower' },
  ),
  called_in_time: define(
    'called_in_time',
    { formula: share('queue_called_15', 'queue_arrived'), date: 'arrival' },
    { limit: 15, exclusions: ['nothing_excluded'] },
  ),
  left_unserved: define('left_unserved', {
    formula: share('queue_left', 'queue_arrived'),
    date: 'arrival',
  }),
  quote_drift: define(
    'quote_drift',
    { formula: quantile('quote_drift', MEDIAN, 1000), date: 'closing' },
    { digits: 2, exclusions: ['without_quote'] },
  ),
  unrepaired_share: define('unrepaired_share', {
    formula: share('unrepaired', 'closed'),
    date: 'closing',
  }),
  no_show: define(
    'no_show',
    { formula: share('visits_missed', 'visits_booked'), date: 'slot_start' },
    { finalAfterDays: 1, exclusions: ['cancelled_before'] },
  ),
  own_held_p50: define(
    'own_held_time',
    { formula: quantile('own_held', MEDIAN, MINUTES_OF_HOUR), date: 'closing' },
    { exclusions: ['not_own_time'] },
  ),
  asked_again: define(
    'own_held_time',
    { formula: share('asked_again', 'closed'), date: 'closing' },
    { unit: 'percent', exclusions: ['nothing_excluded'] },
  ),
  records_complete: define('records_complete', {
    formula: share('record_complete', 'closed'),
    date: 'closing',
  }),
  entered_late: define(
    'records_complete',
    { formula: share('received_late', 'repairs_received'), date: 'arrival' },
    { betterIs: 'lower', exclusions: ['nothing_excluded'], version: 2 },
  ),
} as const satisfies Record<string, KpiDefinition>

export type FigureId = keyof typeof KPI_DEFINITIONS

export const FIGURE_IDS = Object.keys(KPI_DEFINITIONS) as readonly FigureId[]

/** A figure's definition. `definitionOf('repeat_30').limit` is 30 (days). */
export const definitionOf = (id: FigureId): KpiDefinition => KPI_DEFINITIONS[id]

/** Whether a figure tells how long repairs take: `isTurnaround('turnaround_mail_in_p90')` is true. */
export const isTurnaround = (id: FigureId): boolean => id.startsWith('turnaround_')

/** The figures that a standard's measure is told by; none = its events don't exist yet. `figuresOf('repeat_rate')` are three. */
export const figuresOf = (measure: KpiId): readonly FigureId[] =>
  FIGURE_IDS.filter((id) => definitionOf(id).measure === measure)
