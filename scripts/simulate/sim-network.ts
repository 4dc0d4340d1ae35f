import type { Calendar } from '#domain/calendar/calendar.ts'
import { distanceMetres } from '#domain/outlets/distance.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { type OutletRow, outletFromRow } from '#functions/outlets/outlet-rows.ts'
import { compileCalendar } from '../calendar/compile-calendar.ts'
import { loadCalendars } from '../calendar/store-calendars.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { readChineseCities } from '../demo/chinese-cities.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { hoursCompiler } from '../hours/hours-compiler.ts'
import { workingDays } from './opening-clock.ts'
import { AVERAGE, GAMES } from './profiles.ts'
import { repairsHere, type SimOutlet, type SimPlace, simOutlet } from './sim-outlet.ts'

type Read = {
  readonly outlet: Outlet
  readonly country: string
  readonly province: string
  readonly intake: number | null
}

const OUTLETS = `SELECT outlets.*, own.country_code, CASE own.level WHEN 'province' THEN own.id
    WHEN 'city' THEN own.parent_id ELSE coalesce(above.parent_id, own.parent_id, own.id) END AS province
  FROM outlets JOIN regions AS own ON own.id = outlets.region_id
    LEFT JOIN regions AS above ON above.id = own.parent_id ORDER BY outlets.code`
const WORKPLACE = `SELECT grants ->> '$[0].scope.outlets[0]' AS code FROM staff WHERE id = 'stf_demo_counter'`

export type NetworkWish = {
  readonly seed: string
  /** The first outlets by code. */
  readonly count: number
  /** Local date that the history begins on. */
  readonly from: string
  /** Whether those that game do so; without, the same outlets work honestly. */
  readonly gaming: boolean
}

async function readOutlets(database: HubDatabase, count: number): Promise<readonly Read[]> {
  const { results } = await database.prepare(OUTLETS).all<OutletRow>()
  return results.slice(0, count).map((row) => ({
    outlet: outletFromRow(row),
    country: String(row.country_code),
    province: String(row.province),
    intake: row.last_intake_minutes as number | null,
  }))
}

/** Hours as they were: those on record begin today. Outlets whose hours nobody knows see nobody here. */
async function hoursThen(database: HubDatabase, from: string, reads: readonly Read[]) {
  const calendars = new Map(await loadCalendars(database))
  for (const country of new Set(reads.map((read) => read.country))) {
    const standing = calendars.get(country)
    const then = standing && standing.coveredFrom <= from ? null : compileCalendar(country, from)
    if (then) calendars.set(country, then)
  }
  const compile = hoursCompiler({ calendars, from: addDays(from, -1) })
  const placed = reads.flatMap(({ outlet, intake, ...rest }) => {
    const { hoursText: text, zone } = outlet
    if (text === null) return []
    const result = compile({ text, countryCode: rest.country, zone, lastIntakeMinutes: intake })
    return result.ok ? [{ outlet: { ...outlet, hours: result.hours }, ...rest }] : []
  })
  return { calendars, placed }
}

/** Where nobody counted, a town's worth of people. */
const USUAL_CATCHMENT = 300_000
const CITY_METRES = 45_000
const WORKPLACE_TIMES = 4

/** The people of the city that each outlet is in, shared among the outlets there; a region's parcels go to its mail-in centres. */
function catchments(outlets: readonly Outlet[]): readonly number[] {
  const cities = readChineseCities()
  const cityOf = outlets.map(({ lat, lon }) => {
    const near = cities.filter(
      (city) => Math.abs(city.lat - lat) < 0.6 && Math.abs(city.lon - lon) < 0.8,
    )
    return near.find((city) => distanceMetres(city.lat, city.lon, lat, lon) < CITY_METRES) ?? null
  })
  const shares = Map.groupBy(cityOf, (city) => city)
  return outlets.map(({ kind, counterSeats, benches }, place) => {
    const city = cityOf[place] ?? null
    const size = 0.5 + (counterSeats + benches) / 10
    const people = city ? city.population / (shares.get(city)?.length ?? 1) : USUAL_CATCHMENT
    return people * size * (kind === 'mail_in_centre' ? 4 : kind === 'collection_point' ? 0.45 : 1)
  })
}

/** Phones that aren't repaired where they were taken in go to the nearest outlet that repairs them. */
function findRepairers(outlets: readonly SimOutlet[]): void {
  const repairing = outlets.filter(
    ({ outlet }) => repairsHere(outlet) && outlet.operation === 'open',
  )
  for (const one of outlets) {
    if (repairsHere(one.outlet)) continue
    const { lat, lon } = one.outlet
    const byDistance = repairing
      .map((other) => ({
        other,
        metres: distanceMetres(other.outlet.lat, other.outlet.lon, lat, lon),
      }))
      .sort((a, b) => a.metres - b.metres || (a.other.outlet.code < b.other.outlet.code ? -1 : 1))
    one.repairer = byDistance[0]?.other ?? null
  }
}

/** Five of the busier repairers, each with its own way to look better than it is. */
function drawGames(
  outlets: readonly SimOutlet[],
  { seed, gaming }: Pick<NetworkWish, 'seed' | 'gaming'>,
  workplace: string,
) {
  const random = seededRandom(`${seed}/games`)
  const candidates = outlets
    .filter(({ outlet }) => repairsHere(outlet) && outlet.kind !== 'mail_in_centre')
    .filter(({ outlet }) => outlet.code !== workplace && outlet.operation === 'open')
    .sort((a, b) => b.catchment - a.catchment || (a.outlet.code < b.outlet.code ? -1 : 1))
  const busy = candidates.slice(0, Math.max(GAMES.length, Math.ceil(candidates.length / 5)))
  return GAMES.flatMap((game) => {
    const place = random.between(0, busy.length - 1)
    const [one] = busy.splice(place, 1)
    if (!one) return []
    one.manner = AVERAGE
    one.game = gaming ? game : null
    return [{ game, outlet: one }]
  })
}

/** A network as it is on record, told in plain values: what threads are handed. */
export type PlacedNetwork = {
  readonly seed: string
  readonly gaming: boolean
  readonly workplace: string
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly places: readonly Omit<SimPlace, 'calendar' | 'afterWorkingDays' | 'seed'>[]
}

/** Reads the network on record, with its hours as they were. */
export async function placedNetwork(
  database: HubDatabase,
  wish: NetworkWish,
): Promise<PlacedNetwork> {
  const { seed, gaming } = wish
  const reads = await readOutlets(database, wish.count)
  const { calendars, placed } = await hoursThen(database, wish.from, reads)
  const workplace = (await database.prepare(WORKPLACE).first<string>('code')) ?? ''
  const people = catchments(placed.map(({ outlet }) => outlet))
  const places = placed
    .map(({ outlet, country, province }, i) => {
      const isWorkplace = outlet.code === workplace
      // Where the demo staff work is the busiest place of its city: every list of their desk holds something.
      const catchment = (people[i] ?? USUAL_CATCHMENT) * (isWorkplace ? WORKPLACE_TIMES : 1)
      return { outlet, country, province, catchment, isWorkplace }
    })
    .filter(
      ({ outlet }) => outlet.operation !== 'closed' && outlet.qualification !== 'disqualified',
    )
  return { seed, gaming, workplace, calendars, places }
}

export type SimNetwork = {
  readonly outlets: readonly SimOutlet[]
  readonly gamers: readonly { readonly game: (typeof GAMES)[number]; readonly outlet: SimOutlet }[]
}

/** The network ready to live through some days; every time alike. */
export function simNetwork({ places, calendars, ...wish }: PlacedNetwork): SimNetwork {
  const { seed, workplace } = wish
  const spans = new Map<string, SimOutlet['afterWorkingDays']>()
  const outlets = places.map((place) => {
    const calendar = calendars.get(place.country) ?? null
    const { zone } = place.outlet
    const key = `${place.country} ${zone}`
    const afterWorkingDays = spans.get(key) ?? workingDays(zone, calendar)
    spans.set(key, afterWorkingDays)
    return simOutlet({ ...place, calendar, afterWorkingDays, seed })
  })
  findRepairers(outlets)
  return { outlets, gamers: drawGames(outlets, wish, workplace) }
}
