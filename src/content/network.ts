import { getCollection } from 'astro:content'
import type { Notice } from '#domain/desk/network-notice.ts'
import { encodeIndex, isListed } from '#domain/outlets/index-file.ts'
import type { LocalText, Outlet, Partner, Region } from '#domain/outlets/outlet.ts'
import { decodeIndex, type OutletIndex } from '#domain/outlets/outlet-index.ts'
import { type RegionFigures, regionFigures } from '#domain/outlets/region-tree.ts'
import type { StandingSince } from '#domain/scorecards/qualification.ts'
import type { Book } from '#domain/standards/effective-standard.ts'

export type CalendarDay = {
  readonly date: string
  readonly kind: 'holiday' | 'workday'
  readonly name: LocalText
}

export type Network = {
  /** When the snapshot was taken, epoch ms: the "now" of everything a build writes. */
  readonly takenAt: number
  readonly outlets: readonly Outlet[]
  readonly listed: readonly Outlet[]
  readonly byCode: ReadonlyMap<string, Outlet>
  readonly regions: readonly Region[]
  readonly regionById: ReadonlyMap<string, Region>
  readonly figures: ReadonlyMap<string, RegionFigures>
  readonly partnerById: ReadonlyMap<string, Partner>
  readonly calendarDays: ReadonlyMap<string, readonly CalendarDay[]>
  /** Service notices that run, or soon will. */
  readonly notices: readonly Notice[]
  readonly index: OutletIndex
  /** Published standards with what regions and outlets promise beyond them. */
  readonly standards: Book
  /** How outlets stood by decisions, by code in small letters. */
  readonly histories: ReadonlyMap<string, readonly StandingSince[]>
}

type Collection =
  | 'outlets'
  | 'regions'
  | 'partners'
  | 'calendars'
  | 'notices'
  | 'standards'
  | 'qualifications'
  | 'meta'

async function rows<Row>(collection: Collection) {
  const entries = await getCollection(collection)
  return entries.map((entry) => entry.data as unknown as Row)
}

const byKey = <Row, Key>(list: readonly Row[], key: (row: Row) => Key): Map<Key, Row> =>
  new Map(list.map((row) => [key(row), row]))

/** Only nearness is asked of this index, so all of it is one cell. */
const indexOf = (outlets: readonly Outlet[]): OutletIndex =>
  decodeIndex(
    encodeIndex(outlets, { seq: 0, weightOf: () => 0, cellLimit: 1, nameOf: () => 'all' }).file,
  )

async function readNetwork(): Promise<Network> {
  const outlets = await rows<Outlet>('outlets')
  const regions = await rows<Region>('regions')
  const partners = await rows<Partner>('partners')
  const calendars = await rows<{ countryCode: string; days: CalendarDay[] }>('calendars')
  const decided = await rows<{ id: string; history: StandingSince[] }>('qualifications')
  const [meta] = await rows<{ takenAt: string }>('meta')
  if (!meta) throw new Error('There is no snapshot. Run `npm run snapshot -- --local` first.')
  const listed = outlets.filter(isListed)
  return {
    takenAt: Date.parse(meta.takenAt),
    outlets,
    listed,
    byCode: byKey(outlets, (outlet) => outlet.code),
    regions,
    histories: new Map(decided.map(({ id, history }) => [id, history])),
    regionById: byKey(regions, (region) => region.id),
    figures: regionFigures(regions, listed),
    partnerById: byKey(partners, (partner) => partner.id),
    calendarDays: new Map(calendars.map(({ countryCode, days }) => [countryCode, days])),
    notices: await rows<Notice>('notices'),
    index: indexOf(outlets),
    standards: (await rows<Book>('standards'))[0] ?? { editions: [], pledges: [] },
  }
}

let network: Promise<Network> | undefined

/** The network as the snapshot has it, read once per build. */
export const theNetwork = (): Promise<Network> => {
  network ??= readNetwork()
  return network
}
