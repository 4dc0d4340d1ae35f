import type { ScopeFacts } from '#domain/staff/scope.ts'
import type { Grant, Place, Scope } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { knownPartners, outletPlaces, regionsAbove } from './edit-staff-store.ts'

/** What the network knows of the places that some grants name. */
export type KnownScopes = {
  readonly factsOf: (grant: Grant) => ScopeFacts
  /** Whether everything that a grant names is on record. */
  readonly isKnown: (grant: Grant) => boolean
}

const outletsOf = (scope: Scope): readonly string[] =>
  scope.kind === 'outlets' ? scope.outlets : []

/** Reads, in one trip, where the scopes of some grants stand in the network. */
export async function loadScopeFacts(
  hub: Database,
  grants: readonly Grant[],
): Promise<KnownScopes> {
  const scopes = grants.map(({ scope }) => scope)
  const [outlets, above, partners] = await readTogether([
    outletPlaces(hub, scopes.flatMap(outletsOf)),
    regionsAbove(
      hub,
      scopes.flatMap((scope) => (scope.kind === 'region' ? [scope.region] : [])),
    ),
    knownPartners(
      hub,
      scopes.flatMap((scope) => (scope.kind === 'partner' ? [scope.partner] : [])),
    ),
  ])
  const places = outlets.map(
    ({ code, partner_id: partner, regions }): Place => ({
      outlet: code,
      partner,
      regions: JSON.parse(regions),
    }),
  )
  const onRecord = new Set(outlets.map(({ code }) => code))
  const regionsOf = (id: string) => above.filter((row) => row.id === id).map((row) => row.above)
  return {
    factsOf: ({ scope }) => ({
      regionsAbove: scope.kind === 'region' ? regionsOf(scope.region) : [],
      places: places.filter(({ outlet }) => outletsOf(scope).includes(outlet)),
    }),
    isKnown: ({ scope }) => {
      if (scope.kind === 'region') return regionsOf(scope.region).length > 0
      if (scope.kind === 'partner') return partners.some(({ id }) => id === scope.partner)
      return outletsOf(scope).every((outlet) => onRecord.has(outlet))
    },
  }
}
