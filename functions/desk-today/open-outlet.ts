import { carries, type Permission, whyNotPermitted } from '#domain/staff/permissions.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { type OutletNameRow, outletsInRegion, outletsNamed, outletsOfPartner } from './store.ts'

type Asking = { readonly hub: Database; readonly staff: Staff }

/** An outlet that is in somebody's scope: what is shown of it asks this what they may. */
export type Opened = {
  readonly ok: true
  readonly code: string
  readonly may: (permission: Permission) => boolean
}

export type NotOpened = {
  readonly ok: false
  readonly refusal: 'unknown_outlet' | 'not_your_role'
}

export type OpenedOutlet = Opened | NotOpened

/** Opens an outlet's screen for somebody of the staff; one out of their scope is as unknown as none. */
export async function openOutlet(
  { hub, staff }: Asking,
  code: string,
  permission: Permission,
): Promise<OpenedOutlet> {
  const places = await findPlaces(hub, staff, [code])
  const refusal = whyNotPermitted(staff, permission, places)
  if (refusal === 'out_of_scope') return { ok: false, refusal: 'unknown_outlet' }
  if (refusal) return { ok: false, refusal }
  return { ok: true, code, may: (other) => whyNotPermitted(staff, other, places) === null }
}

/** The outlet that somebody's desk opens with: the first they are named for with this permission; null = none. */
export const firstOwnOutlet = (staff: Staff, permission: Permission): string | null =>
  ownOutlets(staff).find(
    (outlet) =>
      whyNotPermitted(staff, permission, [{ outlet, partner: null, regions: [] }]) === null,
  ) ?? null

const MOST_OUTLETS = 300

export type OutletChoice = {
  readonly outlets: readonly {
    readonly code: string
    readonly name: Readonly<Record<'en' | 'zh-CN', string>>
  }[]
  /** Whether there are more than are listed: then one is opened by its code. */
  readonly hasMore: boolean
}

const choiceOf = ({ code, name_en, name_zh }: OutletNameRow) => ({
  code,
  name: { en: name_en, 'zh-CN': name_zh },
})

/** The outlets that somebody may open a screen of, by code: a few hundred at most, of a whole network none. */
export async function outletsToOpen(
  { hub, staff }: Asking,
  permission: Permission,
): Promise<OutletChoice> {
  const scopes = staff.grants
    .filter(({ role }) => carries(role, permission))
    .map(({ scope }) => scope)
  const rows = await readEverywhere(
    scopes.flatMap((scope) => {
      if (scope.kind === 'outlets') return [outletsNamed(hub, scope.outlets)]
      if (scope.kind === 'region') return [outletsInRegion(hub, scope.region, MOST_OUTLETS + 1)]
      if (scope.kind === 'partner') return [outletsOfPartner(hub, scope.partner, MOST_OUTLETS + 1)]
      return []
    }),
  )
  const found = new Map(rows.flat().map((row) => [row.code, choiceOf(row)]))
  const outlets = [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return {
    outlets: outlets.slice(0, MOST_OUTLETS),
    hasMore: outlets.length > MOST_OUTLETS || scopes.some(({ kind }) => kind === 'network'),
  }
}
