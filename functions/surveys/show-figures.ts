import type { Staff } from '#domain/staff/staff.ts'
import {
  addedUp,
  type PackedCounts,
  type SurveyFigures,
  surveyFigures,
} from '#domain/surveys/figures.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import { maskPersonal } from '#domain/voices/mask-personal.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { outletsWith } from '#functions/desk-find/searched-outlets.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { answeredAt, callsAhead, type ListedRow, monthsOf, outletCodes } from './read-store.ts'
import { surveyFromRow } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

export type OutletFigures = { readonly outlet: string; readonly figures: SurveyFigures }

export type ShownAnswer = {
  readonly survey: Survey
  readonly zone: string
  readonly comment: string | null
}

export type Overview = {
  /** `YYYY-MM`, oldest first. */
  readonly months: readonly string[]
  readonly all: SurveyFigures
  readonly complaints: SurveyFigures
  /** Callbacks that nobody has begun and that aren't due yet. */
  readonly callsAhead: number
  /** Of outlets that asked anybody, by code. */
  readonly outlets: readonly OutletFigures[]
  /** The newest answers, where one outlet is looked at. Without names. */
  readonly answers: readonly ShownAnswer[]
}

const MONTHS_SHOWN = 3
const MOST_ANSWERS = 30

/** The month of an instant and those before it, oldest first. `lastMonths(15 January, 3)`: November to January. */
function lastMonths(now: number, count: number): readonly string[] {
  const date = new Date(now)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1))
      .toISOString()
      .slice(0, 7),
  ).toReversed()
}

/** An answer in a list, its words without what names anybody: they are whole on its own page, which is logged. */
export const shownAnswer = (row: ListedRow): ShownAnswer => ({
  survey: surveyFromRow(row),
  zone: row.zone,
  comment: row.comment && maskPersonal(row.comment),
})

/** The outlets whose figures somebody may see; the one they ask for, or all of theirs. */
async function outletsOf(
  { hub, staff }: Asking,
  wanted: string | null,
): Promise<readonly string[] | 'unknown_outlet' | 'not_your_role'> {
  if (wanted !== null) {
    const why = await whyNotAtOutlet({ hub, staff }, wanted, 'survey.see')
    if (why) return why === 'out_of_scope' ? 'unknown_outlet' : why
    return [wanted]
  }
  const own = await outletsWith(hub, staff, 'survey.see')
  if (own) return own
  const [rows] = await readTogether([outletCodes(hub)])
  return rows.map(({ code }) => code)
}

/** What surveys said of the last three months: of one outlet, or of all that somebody may see. */
export async function showFigures(
  asking: Asking,
  wanted: string | null,
): Promise<Overview | { readonly refusal: 'unknown_outlet' | 'not_your_role' }> {
  const outlets = await outletsOf(asking, wanted)
  if (typeof outlets === 'string') return { refusal: outlets }
  const { databases, now } = asking
  const months = lastMonths(now, MONTHS_SHOWN)
  const read = await Promise.all(
    databases.all.map((one) =>
      readTogether([monthsOf(one, outlets, months), callsAhead(one, outlets, now)]),
    ),
  )
  const rows = read.flatMap(([counts]) => counts)
  const ahead = read.flatMap(([, calls]) => calls)
  const page = { before: now + 1, most: MOST_ANSWERS }
  const answers =
    wanted === null
      ? []
      : await readEverywhere(databases.all.map((one) => answeredAt(one, wanted, page)))
  const countsOf = (outlet: string): readonly PackedCounts[] =>
    rows.filter((row) => row.outlet_code === outlet).map(({ counts }) => JSON.parse(counts))
  const each = outlets.map((outlet) => ({ outlet, counts: addedUp(countsOf(outlet)) }))
  const all = addedUp(each.map(({ counts }) => counts))
  return {
    months,
    all: surveyFigures(all),
    complaints: surveyFigures(all, 'complaint_survey'),
    callsAhead: ahead.reduce((sum, { count }) => sum + count, 0),
    outlets: each
      .map(({ outlet, counts }) => ({ outlet, figures: surveyFigures(counts) }))
      .filter(({ figures }) => figures.delivered > 0 || figures.answered > 0),
    answers: answers.flat().map(shownAnswer),
  }
}
