import { monthsUpTo } from '#domain/kpis/months-up-to.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import {
  freezableMonth,
  freezeDayOf,
  monthAfter,
} from '#domain/publications/publication-calendar.ts'
import type { ProposedReview } from '#domain/scorecards/propose-review.ts'
import { newQualification, type Qualification } from '#domain/scorecards/qualification.ts'
import { type QualificationSide, STANDING_OF } from '#domain/scorecards/qualification-table.ts'
import { type Scorecard, scoreOfOutlet } from '#domain/scorecards/score-of-outlet.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import {
  outletToStand,
  phonesInCustody,
  standingOutlet,
} from '#functions/outlets/change-standing.ts'
import { whyNotAtOutlet, whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { countsForCards } from './close-scorecards.ts'
import {
  eventsOf,
  namesOf,
  type QualificationEventRow,
  qualificationOf,
  type StepWords,
} from './qualification-store.ts'
import { type ListedCard, listedCard } from './see-scorecards.ts'
import { cardsOfOutlet } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'> & { readonly staff: Staff }

const MONTHS_SHOWN = 12
const MOST_STEPS = 60

/** A step as its page tells it. */
export type ToldStep = {
  readonly version: number
  /** `noticed` */
  readonly type: string
  readonly at: number
  /** null = the clock. */
  readonly by: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly words: StepWords | null
}

export type ShownScorecard = {
  readonly outlet: Outlet
  readonly month: string
  readonly card: Scorecard
  /** The day from which on it is fixed; null = it is. */
  readonly closesOn: string | null
  /** Closed months, newest first. */
  readonly months: readonly ListedCard[]
  readonly proposal: ProposedReview | null
  readonly qualification: Qualification
  /** Newest first. */
  readonly steps: readonly ToldStep[]
  /** What the person is to this outlet's process. */
  readonly sides: readonly QualificationSide[]
  readonly staffId: string
  /** Phones it holds, or that are on their way there; null = its work goes on. */
  readonly phones: number | null
}

async function sidesOf(asking: Asking, code: string): Promise<readonly QualificationSide[]> {
  const { staff } = asking
  const isHq = whyNotEverywhere(staff, 'qualification.act') === null
  const isOutlet = (await whyNotAtOutlet(asking, code, 'qualification.answer')) === null
  return [...(isHq ? (['hq'] as const) : []), ...(isOutlet ? (['outlet'] as const) : [])]
}

async function toldSteps(
  { hub }: Asking,
  rows: readonly QualificationEventRow[],
): Promise<readonly ToldStep[]> {
  const data = rows.map((row) => JSON.parse(row.data) as Record<string, unknown>)
  const ids = [...new Set(data.map(({ by }) => String(by)))]
  const [people] = ids.length === 0 ? [[]] : await readTogether([namesOf(hub, ids)])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row, at) => {
    const by = String(data[at]?.['by'])
    return {
      ...{ version: row.version, type: row.type.replace('qualification.', '') },
      ...{ at: row.happened_at, data: data[at] ?? {} },
      by: by === 'system' ? null : (names.get(by) ?? by),
      words: row.words === null ? null : JSON.parse(row.words),
    }
  })
}

/** A month that isn't closed, as it would be scored by what is counted now. */
async function cardSoFar(asking: Asking, code: string, month: string) {
  const closesOn = freezeDayOf(month, asking.config.publications)
  const counts = (await countsForCards(asking, [code], month)).get(code) ?? new Map()
  return { closesOn, card: scoreOfOutlet({ month, closedOn: closesOn, counts }) }
}

async function phonesOf(asking: Asking, outlet: Outlet, { status }: Qualification) {
  const standing = STANDING_OF[status]
  if (standing !== 'suspended' && standing !== 'disqualified') return null
  const [[row]] = await readEverywhere([phonesInCustody(asking, outlet)])
  return row?.phones ?? 0
}

/**
 * An outlet's scorecard of a month with all that was scored before, and everything that was done about its
 * qualification. A month that isn't closed yet is scored by what is counted now. Null month = the newest
 * that can be closed.
 */
export async function showScorecard(
  asking: Asking,
  code: string,
  wished: string | null,
): Promise<ShownScorecard | { readonly refusal: 'unknown_outlet' | 'not_your_role' }> {
  const { hub, now, config, staff } = asking
  const why = await whyNotAtOutlet({ hub, staff }, code, 'scorecard.see')
  if (why) return { refusal: why === 'out_of_scope' ? 'unknown_outlet' : why }
  const newest = freezableMonth(wallTimeIn(networkZone(config), now).date, config.publications)
  const month = wished ?? newest
  const from = monthsUpTo([month, newest].toSorted()[0] ?? month, MONTHS_SHOWN)[0] ?? month
  const [[row], cards, [stands], events] = await readTogether([
    outletToStand(hub, code),
    cardsOfOutlet(hub, code, { from, shown: month }),
    qualificationOf(hub, code),
    eventsOf(hub, code, MOST_STEPS),
  ])
  if (!row || month > monthAfter(newest, 2)) return { refusal: 'unknown_outlet' }
  const outlet = standingOutlet(row)
  const isDisqualified = outlet.qualification === 'disqualified'
  const qualification: Qualification = stands
    ? JSON.parse(stands.state)
    : newQualification(code, { zone: outlet.zone, isDisqualified })
  const kept = cards.find((one) => one.card !== null)?.card ?? null
  const scored = kept
    ? { card: JSON.parse(kept) as Scorecard, closesOn: null }
    : await cardSoFar(asking, code, month)
  const months = cards.map((one) => listedCard(one, null))
  return {
    ...{ outlet, month, ...scored, months, qualification, staffId: staff.id },
    proposal: months[0]?.line.proposal ?? null,
    steps: await toldSteps(asking, events),
    sides: await sidesOf(asking, code),
    phones: await phonesOf(asking, outlet, qualification),
  }
}
