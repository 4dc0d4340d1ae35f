import { isListed } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import { indexOf } from './static-index.ts'
import type { ChangePosition } from './store.ts'

/** What has changed since a build, as far as it has been read. */
export type Changes = {
  readonly upTo: ChangePosition
  /** Codes on which the built index's word counts no more. */
  readonly outdated: ReadonlySet<string>
  /** Those of them that can be found, by code. */
  readonly listed: ReadonlyMap<string, Outlet>
  /** `listed`, for the same search as over the built index. */
  readonly index: OutletIndex
}

/** Sorts after every code, so that reading begins behind all outlets of a change number. */
const AFTER_EVERY_CODE = '~'

export const noChanges = (built: OutletIndex): Changes => ({
  upTo: { seq: built.seq, code: AFTER_EVERY_CODE },
  outdated: new Set(),
  listed: new Map(),
  index: indexOf([]),
})

const NO_TEXT = { en: '', 'zh-CN': '' }
const NO_DOOR = { floor: null, shop: null, metroExit: null }

/** Only what finding asks for: thousands of these are kept, and texts are read anew for each answer. */
export const forFinding = (outlet: Outlet): Outlet => ({
  ...outlet,
  name: NO_TEXT,
  address: NO_TEXT,
  door: NO_DOOR,
  phones: [],
  hoursText: null,
  suspension: outlet.suspension && { ...outlet.suspension, reason: null },
})

/** The changes with later ones, in their order, on top. */
export function withChanges(
  before: Changes,
  outlets: readonly Outlet[],
  upTo: ChangePosition,
): Changes {
  const listed = new Map(before.listed)
  for (const outlet of outlets) {
    if (isListed(outlet)) listed.set(outlet.code, outlet)
    else listed.delete(outlet.code)
  }
  const index = indexOf([...listed.values()])
  // The index holds equal hours once; what is kept beside it shall not hold them a second time.
  for (const { code, hours } of index.entries) {
    const outlet = listed.get(code)
    if (outlet) listed.set(code, { ...outlet, hours })
  }
  const outdated = new Set([...before.outdated, ...outlets.map(({ code }) => code)])
  return { upTo, outdated, listed, index }
}

/** By index: a new build starts anew, and what belonged to the old one goes with it. */
const kept = new WeakMap<OutletIndex, Changes>()

/** What this isolate has read of the changes since a build. */
export const knownChanges = (built: OutletIndex): Changes => kept.get(built) ?? noChanges(built)

export const keepChanges = (built: OutletIndex, changes: Changes): void => {
  kept.set(built, changes)
}
