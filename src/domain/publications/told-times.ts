import { FEWEST_FOR_RATE } from './disclosure.ts'
import { MONTHS_OF } from './months-of-places.ts'
import type { PeriodKind, PublishedFigure } from './publication-document.ts'
import { isSmall, type Part } from './told-cells.ts'

export type Sum = Exclude<PeriodKind, 'month'>

/** Which months of the network are told of a figure about people, and which sums of them. */
export type TimesTold = { readonly months: ReadonlySet<string>; readonly sums: ReadonlySet<Sum> }

/** What an earlier publication told, up to its newest final month. */
export type ToldBefore = TimesTold & {
  readonly newest: string
  /** Whether it is of the same month: then no more is told than it told. */
  readonly isRevised: boolean
}

/** What a publication told of the network by one figure, out of that figure's rows. */
export function timesToldBy(rows: readonly PublishedFigure[], isRevised: boolean): ToldBefore {
  const own = rows.filter(({ scope, status }) => scope === 'network' && status === 'final')
  const told = own.filter(({ disclosure }) => disclosure !== 'nothing')
  const of = (one: PeriodKind) => told.filter(({ period }) => period.kind === one)
  return {
    months: new Set(of('month').map(({ period }) => period.to)),
    sums: new Set((['rolling_3', 'rolling_12'] as const).filter((sum) => of(sum).length > 0)),
    newest:
      own
        .map(({ period }) => period.to)
        .toSorted()
        .at(-1) ?? '',
    isRevised,
  }
}

/** People of the network by month, of twelve months, the newest first. */
type Months = readonly { readonly month: string; readonly n: number }[]

/** Whether months are worth telling: of each of the newest three there is a rate. */
const tellRates = (months: Months): boolean =>
  months.slice(0, MONTHS_OF.rolling_3).every(({ n }) => n >= FEWEST_FOR_RATE)

/** Months by themselves, and sums of nothing but them: no sum tells what they don't. */
function byMonths(months: Months, before: ToldBefore | null): TimesTold {
  const mayTell = (month: string) =>
    !before || before.months.has(month) || (!before.isRevised && month > before.newest)
  const isTold = ({ month, n }: Months[number]) => n > 0 && !isSmall(n) && mayTell(month)
  const sums = (['rolling_3', 'rolling_12'] as const).filter((sum) =>
    months.slice(0, MONTHS_OF[sum]).every((one) => one.n === 0 || isTold(one)),
  )
  return {
    months: new Set(months.filter(isTold).map(({ month }) => month)),
    sums: new Set(before?.isRevised ? sums.filter((sum) => before.sums.has(sum)) : sums),
  }
}

/** Twelve months at once and nothing else: windows of one length tell no month together. */
function byYears({ n, isSteady }: Part, before: ToldBefore | null): TimesTold {
  const isTold = !isSmall(n) && isSteady && (!before?.isRevised || before.sums.has('rolling_12'))
  return { months: new Set(), sums: new Set(isTold ? (['rolling_12'] as const) : []) }
}

/**
 * What is told of the network about people so that neither this publication nor all before it together
 * tell of fewer than ten. A figure is told by months, with sums of told months only, or by twelve months
 * at once; never one while what the other told reaches into its months. `before` is the publication of
 * the month before, or the one that is revised; null = there is none.
 * Of months of 40 and one of 3, the months of 40 are told and no sum that holds the 3.
 */
export function tellableTimes(months: Months, year: Part, before: ToldBefore | null): TimesTold {
  const wereMonths = months.some(({ month }) => before?.months.has(month))
  const isNew = before ? !before.isRevised : true
  const begins = tellRates(months) || (!before && months.every(({ n }) => !isSmall(n)))
  return wereMonths || (isNew && begins) ? byMonths(months, before) : byYears(year, before)
}
