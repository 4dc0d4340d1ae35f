import { type LocatorQuery, writeLocatorQuery } from '#domain/places/locator-query.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { findOrigin, type Origin } from './find-origin.ts'
import { loadIndex } from './load-files.ts'
import type { MapPanel } from './map-panel.ts'
import type { LocatorSetting } from './page-setting.ts'
import type { ResultsView } from './results-view.ts'
import { searchOutlets } from './search-outlets.ts'

const PAGE_SIZE = 10

export type SearchSession = {
  readonly query: () => LocatorQuery
  /** Shows a query in the form, searches, and puts it into the address. */
  readonly ask: (query: LocatorQuery) => void
  /** The same for a query that the address already says. */
  readonly answerAddress: (query: LocatorQuery) => void
  /** From the device's position on, until another place is named. */
  readonly askFrom: (lat: number, lon: number, query: LocatorQuery) => void
  readonly more: () => void
  readonly again: () => void
}

type Beginning = {
  readonly query: LocatorQuery
  readonly setting: LocatorSetting
  readonly view: ResultsView
  readonly map: MapPanel
  readonly parentOf: (province: string) => string | null
  readonly showInForm: (query: LocatorQuery) => void
}

/** How many outlets a history entry shows, so that Back finds the list as long as it was left. */
const limitInHistory = (): number => {
  const { limit } = (history.state ?? {}) as { limit?: unknown }
  return typeof limit === 'number' ? limit : PAGE_SIZE
}

/** Leads to the outlet whose code was typed; false where no outlet has it. */
async function openOutlet(q: string, locale: Locale): Promise<boolean> {
  if (!/^[\w-]+$/.test(q)) return false
  const { entries } = await loadIndex()
  const code = entries.find((entry) => entry.code.toUpperCase() === q.toUpperCase())?.code
  if (code) location.replace(localePath(locale, `/outlets/${code.toLowerCase()}/`))
  return code !== undefined
}

const NOWHERE_KNOWN = { others: [], region: null, within: null, countryCode: null } as const

function enterAddress(query: LocatorQuery): void {
  const address = location.pathname + writeLocatorQuery(query)
  if (address !== location.pathname + location.search) history.pushState(null, '', address)
}

const namesPlace = (query: LocatorQuery): boolean => query.q !== '' || query.regions.length > 0

/**
 * Where a query begins; null = there is no such place, 'leaving' = for an outlet's page. All files are
 * asked for side by side: on a slow network one that waits for another costs as long as it takes.
 */
async function originOf(
  asked: LocatorQuery,
  { setting, parentOf }: Beginning,
): Promise<Origin | null | 'leaving'> {
  const [origin, leaving] = await Promise.all([
    findOrigin(asked, setting, parentOf),
    openOutlet(asked.q, setting.locale),
    loadIndex(),
  ])
  return leaving ? 'leaving' : origin
}

/** What is being asked, and the searches that answer it; an answer that was overtaken is dropped. */
export function startSession(beginning: Beginning): SearchSession {
  const { setting, view, map, showInForm } = beginning
  let query = beginning.query
  /** The device's position: in memory only, never in the address, gone with the page. */
  let device: Origin | null = null
  let limit = PAGE_SIZE
  let turn = 0

  const answer = async (asked: LocatorQuery, overtaken: () => boolean): Promise<void> => {
    if (!device && !namesPlace(asked)) return view.idle()
    view.loading()
    const origin = device ?? (await originOf(asked, beginning))
    if (origin === 'leaving' || overtaken()) return
    if (!origin) return view.noPlace(asked.q)
    const found = await searchOutlets(origin, asked, setting, { limit, at: Date.now() })
    if (overtaken()) return
    view.found(found, asked)
    map.show(found, asked)
  }
  const search = (): void => {
    const mine = ++turn
    const overtaken = () => mine !== turn
    answer(query, overtaken).catch((error: unknown) => {
      console.error(error)
      if (!overtaken()) view.failed()
    })
  }
  const answerAddress = (next: LocatorQuery): void => {
    if (namesPlace(next)) device = null
    query = next
    limit = limitInHistory()
    showInForm(next)
    search()
  }
  const ask = (next: LocatorQuery): void => {
    enterAddress(next)
    answerAddress(next)
  }
  const askFrom = (lat: number, lon: number, next: LocatorQuery): void => {
    const label = setting.t('locator.near.origin')
    device = { lat, lon, label, ...NOWHERE_KNOWN }
    ask({ ...next, q: '', place: '', regions: [] })
  }
  const more = (): void => {
    limit += PAGE_SIZE
    history.replaceState({ limit }, '')
    search()
  }
  return { query: () => query, ask, answerAddress, askFrom, more, again: search }
}
