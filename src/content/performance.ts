import type { Kept, Outcome } from '#components/performance/promise-line.tsx'
import type { PublicationPage } from '#components/performance/publication-view.tsx'
import config from '#config'
import { COVERAGE_KM } from '#domain/coverage/coverage.ts'
import type { CoverageFile } from '#domain/coverage/coverage-file.ts'
import type { PublicImprovement } from '#domain/improvements/public-improvement.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { outletFunnel } from '#domain/publications/outlet-funnel.ts'
import { comingPublications } from '#domain/publications/publication-calendar.ts'
import type { PublicationEntry } from '#domain/publications/publication-document.ts'
import {
  headlineOf,
  monthsOf,
  type ToldFigures,
  verdictOf,
} from '#domain/publications/told-figures.ts'
import { byStage, type Standard } from '#domain/standards/standard.ts'
import { editionAt } from '#domain/standards/standard-set.ts'
import type { Locale } from '#i18n/locale.ts'
import { theCoverage } from './coverage.ts'
import { theImprovements } from './improvements.ts'
import { theNetwork } from './network.ts'
import { newestFigures, thePublications } from './publications.ts'
import { theStandards } from './standards.ts'
import { toldOtherwiseIn } from './told-otherwise.ts'

/** The figure by which outlets are compared first. */
const COMPARED = 'promise_kept'

/** How a promise went, as a publication tells it; null = it holds no figure to it. */
export function outcomeOf(told: ToldFigures, standard: Pick<Standard, 'id'>): Outcome | null {
  const { targets, definitions } = told.document
  const held = targets.find((target) => target.standard === standard.id)
  const definition = held && definitions.find(({ kpi }) => kpi === held.kpi)
  if (!held || !definition) return null
  const { kpi, cut, target } = held
  const headline = headlineOf(told, { kpi, cut })
  return {
    ...{ kpi, definition, target, headline, verdict: verdictOf(headline) },
    months: monthsOf(told, { kpi, cut }),
  }
}

/** What is or was done about a measure; what was given up isn't. */
const improvementsOn = (all: readonly PublicImprovement[], { kpi }: Pick<Standard, 'kpi'>) =>
  all.filter((one) => one.kpi === kpi && (one.status === 'under_way' || one.status === 'planned'))

/** Public promises as they read when the figures were frozen. */
async function standardsAt(frozenAt: string): Promise<readonly Standard[]> {
  const { editions, inForce } = await theStandards()
  return (editionAt(editions, Date.parse(frozenAt)) ?? inForce)?.standards ?? []
}

/** How a promise went by the newest publication; null = nothing was published yet. */
export async function keptNow(standard: Standard): Promise<Kept | null> {
  const newest = await newestFigures()
  if (!newest) return null
  const improvements = improvementsOn(await theImprovements(), standard)
  return { standard, outcome: outcomeOf(newest, standard), improvements }
}

/** What most customers meet: whether a time that was told holds, how long it takes, and whether it lasts. */
const AT_HOME: readonly FigureId[] = ['promise_kept', 'turnaround_walk_in_3d', 'repeat_30']

/** The promises that the home page tells in figures; none where none of them tells a rate. */
export async function promisesAtHome(): Promise<readonly Kept[]> {
  const newest = await newestFigures()
  if (!newest) return []
  const standards = await standardsAt(newest.entry.frozenAt)
  return AT_HOME.flatMap((kpi) =>
    standards.flatMap((standard) => {
      const outcome = outcomeOf(newest, standard)
      const isRate = outcome?.headline?.disclosure === 'rate'
      return outcome?.kpi === kpi && isRate ? [{ standard, outcome, improvements: [] }] : []
    }),
  )
}

/** How many people live as near to an outlet as is promised, of the network as it stands. */
function reachOf(
  { kpi, threshold, target }: Standard,
  { network, takenAt }: CoverageFile,
): Pick<Kept, 'reach'> {
  const within = network.within[(COVERAGE_KM as readonly (number | null)[]).indexOf(threshold)]
  if (kpi !== 'coverage' || within === undefined) return {}
  const takenOn = wallTimeIn(networkZone(config), Date.parse(takenAt)).date
  const { people } = network
  return { reach: { people, within, takenOn, isKept: within * 100 >= people * target } }
}

/** Everything that the page of a publication shows. */
export async function publicationPage(
  locale: Locale,
  entry: PublicationEntry,
  told: ToldFigures,
): Promise<PublicationPage> {
  const { entries } = await thePublications()
  const { takenAt, byCode } = await theNetwork()
  const improvements = await theImprovements()
  const coverage = await theCoverage()
  const today = wallTimeIn(networkZone(config), takenAt).date
  const [next] = comingPublications(today, config.publications, 1)
  if (!next) throw new Error('the calendar names no next publication')
  const keptOf = (standard: Standard): Kept => ({
    standard,
    outcome: outcomeOf(told, standard),
    ...reachOf(standard, coverage),
    improvements: improvementsOn(improvements, standard),
  })
  return {
    ...{ locale, told, entry, entries, next },
    stages: byStage(await standardsAt(entry.frozenAt)).map(({ stage, standards }) => ({
      stage,
      promises: standards.map(keptOf),
    })),
    compared: outletFunnel(told.document, COMPARED),
    changed: await toldOtherwiseIn(entry),
    nameOf: (code) => byCode.get(code)?.name[locale] ?? code,
    hasPage: (code) => byCode.has(code),
  }
}
