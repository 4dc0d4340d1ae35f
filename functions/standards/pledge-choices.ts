import { carries } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import type { Locale } from '#i18n/locale.ts'
import { largestRegions, type RegionRow, regionsWithin } from './store.ts'

/** Where somebody may promise more: regions by name, their own outlets by code. */
export type PledgeChoices = {
  readonly regions: readonly {
    readonly id: string
    readonly name: Readonly<Record<Locale, string>>
  }[]
  readonly outlets: readonly string[]
}

/**
 * What is offered to whoever gives a promise: for the whole network the regions right below a country, else
 * their own with those right below. Any other place within their scope can be named.
 */
export async function pledgeChoices({
  hub,
  staff,
}: {
  readonly hub: Database
  readonly staff: Staff
}): Promise<PledgeChoices> {
  const scopes = staff.grants.flatMap(({ role, scope }) =>
    carries(role, 'pledge.edit') ? [scope] : [],
  )
  const own = scopes.flatMap((scope) => (scope.kind === 'region' ? [scope.region] : []))
  const outlets = scopes.flatMap((scope) => (scope.kind === 'outlets' ? scope.outlets : []))
  const isWide = scopes.some(({ kind }) => kind === 'network')
  let rows: readonly RegionRow[] = []
  if (isWide) [rows] = await readTogether([largestRegions(hub)])
  else if (own.length > 0) [rows] = await readTogether([regionsWithin(hub, own)])
  const named = rows.map(({ id, name_en: en, name_zh: zh }) => ({ id, name: { en, 'zh-CN': zh } }))
  const regions = [...new Map(named.map((region) => [region.id, region])).values()]
  return {
    regions: regions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    outlets: [...new Set(outlets)],
  }
}
