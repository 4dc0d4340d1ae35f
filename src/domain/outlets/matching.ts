import type { CompiledHours } from './compiled-hours.ts'
import type { OutletFilter } from './filter.ts'
import type { OpenState } from './open-state.ts'
import { openStateAt } from './open-state.ts'
import { OUTLET_KINDS, PRODUCT_FAMILIES, SERVICES } from './outlet.ts'
import type { IndexEntry, OutletIndex } from './outlet-index.ts'
import { wallTimeIn } from './wall-time.ts'

const has = (set: number, place: number): boolean => place >= 0 && (set & (1 << place)) !== 0

/** Whether an outlet is suspended on a local date: `[from, until)`, an open end lasts. */
export const isSuspendedOn = (
  suspended: readonly [from: string | null, until: string | null] | null,
  date: string,
): boolean =>
  suspended !== null &&
  (suspended[0] === null || date >= suspended[0]) &&
  (suspended[1] === null || date < suspended[1])

/** Bit set of the index's languages that answer a wish: `zh` is met by `zh` and every `zh-…`. */
function languagesMeeting(index: OutletIndex, wish: string): number {
  const wanted = wish.toLowerCase()
  return index.languages.reduce((set, language, place) => {
    const tag = language.toLowerCase()
    return tag === wanted || tag.startsWith(`${wanted}-`) ? set | (1 << place) : set
  }, 0)
}

function offers(entry: IndexEntry, { service, doneHere }: OutletFilter): boolean {
  const [, done, collected] = entry.profile
  if (!service) return !doneHere || done !== 0
  const place = SERVICES.indexOf(service)
  return has(done, place) || (!doneHere && has(collected, place))
}

/** Open states at one instant, worked out once per set of hours instead of once per outlet. */
export function openStates(at: number): (hours: CompiledHours | null) => OpenState {
  const known = new Map<CompiledHours, OpenState>()
  return (hours) => {
    if (!hours) return openStateAt(null, { date: '', minutes: 0 })
    const state = known.get(hours) ?? openStateAt(hours, wallTimeIn(hours.zone, at))
    known.set(hours, state)
    return state
  }
}

/**
 * The test an outlet must pass to be offered: not suspended at the instant `at` (or at `openAt`),
 * and every condition of the filter.
 */
export function matcher(
  index: OutletIndex,
  filter: OutletFilter,
  at: number,
): (entry: IndexEntry) => boolean {
  const instant = filter.openAt ?? at
  const stateOf = openStates(instant)
  const languages = filter.language ? languagesMeeting(index, filter.language) : -1
  const family = filter.family ? PRODUCT_FAMILIES.indexOf(filter.family) : -1
  const kind = filter.kind ? OUTLET_KINDS.indexOf(filter.kind) : -1
  return (entry) =>
    (kind < 0 || entry.profile[0] === kind) &&
    offers(entry, filter) &&
    (family < 0 || has(entry.profile[3], family)) &&
    (languages === -1 || (entry.profile[4] & languages) !== 0) &&
    (!filter.stepFree || entry.profile[5] === 1) &&
    !(entry.suspended && isSuspendedOn(entry.suspended, wallTimeIn(entry.zone, instant).date)) &&
    (filter.openAt === undefined || stateOf(entry.hours).state === 'open')
}
