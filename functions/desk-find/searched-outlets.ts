import { carries, type Permission } from '#domain/staff/permissions.ts'
import type { Scope, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { outletsInRegions, outletsOfPartners } from './find-store.ts'

const scopesOf = ({ grants }: Staff, permission: Permission): readonly Scope[] =>
  grants.flatMap(({ role, scope }) => (carries(role, permission) ? [scope] : []))

/**
 * The codes of the outlets that somebody holds a permission at; null = all there are. Whoever is named
 * for outlets or for the whole network needs nothing read.
 */
export async function outletsWith(
  hub: Database,
  staff: Staff,
  permission: Permission,
): Promise<readonly string[] | null> {
  const scopes = scopesOf(staff, permission)
  if (scopes.some(({ kind }) => kind === 'network')) return null
  const named = scopes.flatMap((scope) => (scope.kind === 'outlets' ? scope.outlets : []))
  const regions = scopes.flatMap((scope) => (scope.kind === 'region' ? [scope.region] : []))
  const partners = scopes.flatMap((scope) => (scope.kind === 'partner' ? [scope.partner] : []))
  const found = await readEverywhere([
    ...(regions.length > 0 ? [outletsInRegions(hub, regions)] : []),
    ...(partners.length > 0 ? [outletsOfPartners(hub, partners)] : []),
  ])
  return [...new Set([...named, ...found.flat().map(({ code }) => code)])]
}

/** Outlets that somebody is named for with a permission, in the order given. */
export const ownOutletsWith = (staff: Staff, permission: Permission): readonly string[] => [
  ...new Set(
    scopesOf(staff, permission).flatMap((scope) => (scope.kind === 'outlets' ? scope.outlets : [])),
  ),
]
