import type { BothLanguages } from '#domain/improvements/improvement.ts'
import { editsImprovement, seesImprovement } from '#domain/improvements/whose-improvements.ts'
import { carries, holdsAnywhere } from '#domain/staff/permissions.ts'
import type { Scope, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { improvementFromRow, type StandingImprovement } from './improvement-rows.ts'
import {
  type AboveRow,
  type ImprovementRow,
  improvementById,
  improvementsAfter,
  provinces,
  type RegionRow,
  regionsAbove,
  regionsOfOutlets,
  regionsOfPartners,
} from './store.ts'

export type Asking = { readonly hub: Database; readonly staff: Staff }

export type RegionName = { readonly id: string; readonly name: BothLanguages }
export type SeenImprovement = StandingImprovement & {
  readonly mayEdit: boolean
  /** null = it is for the whole network. */
  readonly region: RegionName | null
}
export type ImprovementList = {
  readonly improvements: readonly SeenImprovement[]
  /** Where the next page begins; null = this is the last one. */
  readonly next: string | null
}

const scopesOf = ({ grants }: Staff): readonly Scope[] =>
  grants.flatMap(({ role, scope }) => (carries(role, 'improvement.see') ? [scope] : []))

const lineOf = (rows: readonly AboveRow[], region: string): readonly string[] =>
  rows.flatMap(({ id, above }) => (id === region ? [above] : []))

const named = ({ id, name_en: en, name_zh: zh }: RegionRow): RegionName => ({
  ...{ id, name: { en, 'zh-CN': zh } },
})

function nameIn(rows: readonly AboveRow[], region: string | null): RegionName | null {
  const row = rows.find(({ above }) => above === region)
  return row ? named({ ...row, id: row.above }) : null
}

/** Rows together with the regions that somebody works in. */
async function readBeside(
  { hub, staff }: Asking,
  rows: Parameters<typeof readTogether>[0][0],
): Promise<{ rows: readonly ImprovementRow[]; own: readonly string[] }> {
  const scopes = scopesOf(staff)
  const outlets = scopes.flatMap((scope) => (scope.kind === 'outlets' ? scope.outlets : []))
  const partners = scopes.flatMap((scope) => (scope.kind === 'partner' ? [scope.partner] : []))
  const regions = scopes.flatMap((scope) => (scope.kind === 'region' ? [scope.region] : []))
  const [found, ofOutlets, ofPartners] = await readTogether([
    rows,
    regionsOfOutlets(hub, outlets),
    regionsOfPartners(hub, partners),
  ])
  const worked = [...ofOutlets, ...ofPartners].map(({ region_id: id }) => id)
  return {
    rows: found as readonly ImprovementRow[],
    own: [...new Set([...regions, ...worked])],
  }
}

/** Those of some improvements that somebody sees, and whether they may write them. */
async function seenAmong(
  { hub, staff }: Asking,
  rows: readonly ImprovementRow[],
  own: readonly string[],
): Promise<readonly SeenImprovement[]> {
  const standing = rows.map(improvementFromRow)
  const theirs = standing.flatMap(({ improvement: { region } }) => (region ? [region] : []))
  const [above] = await readTogether([regionsAbove(hub, [...theirs, ...own])])
  const ownRegions = own.flatMap((region) => lineOf(above, region))
  return standing.flatMap((one) => {
    const { region } = one.improvement
    const where = { regions: region === null ? [] : lineOf(above, region) }
    const isSeen = seesImprovement(staff, where, ownRegions)
    const mayEdit = editsImprovement(staff, where)
    return isSeen ? [{ ...one, mayEdit, region: nameIn(above, region) }] : []
  })
}

/** One page of the improvements that somebody sees: what is still to be done first, overdue foremost. */
export async function listImprovements(
  asking: Asking,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<ImprovementList | { readonly refusal: 'not_your_role' }> {
  if (!holdsAnywhere(asking.staff, 'improvement.see')) return { refusal: 'not_your_role' }
  const { rows, own } = await readBeside(asking, improvementsAfter(asking.hub, after, most + 1))
  const page = rows.slice(0, most)
  return {
    improvements: await seenAmong(asking, page, own),
    next: rows.length > most ? (page.at(-1)?.in_list ?? null) : null,
  }
}

/** One improvement; out of scope is as if it weren't there. */
export async function findImprovement(
  asking: Asking,
  id: string,
): Promise<SeenImprovement | { readonly refusal: 'not_found' | 'not_your_role' }> {
  if (!holdsAnywhere(asking.staff, 'improvement.see')) return { refusal: 'not_your_role' }
  const { rows, own } = await readBeside(asking, improvementById(asking.hub, id))
  const [seen] = await seenAmong(asking, rows, own)
  return seen ?? { refusal: 'not_found' }
}

/** Why somebody may not write improvements of a region, or of the network (null); null = they may. */
export async function whyNotForRegion(
  { hub, staff }: Asking,
  region: string | null,
): Promise<'unknown_place' | 'not_your_role' | null> {
  const [above] = await readTogether([regionsAbove(hub, region === null ? [] : [region])])
  if (region !== null && above.length === 0) return 'unknown_place'
  const regions = above.map((row) => row.above)
  return editsImprovement(staff, { regions }) ? null : 'not_your_role'
}

/** The regions that somebody may write improvements for, and whether they may for the whole network. */
export async function regionChoices({ hub, staff }: Asking): Promise<{
  readonly everywhere: boolean
  readonly regions: readonly RegionName[]
}> {
  const everywhere = editsImprovement(staff, { regions: [] })
  const own = staff.grants.flatMap(({ role, scope }) =>
    carries(role, 'improvement.edit') && scope.kind === 'region' ? [scope.region] : [],
  )
  if (everywhere) {
    const [rows] = await readTogether([provinces(hub)])
    const regions = rows.map(named).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return { everywhere, regions }
  }
  const [above] = await readTogether([regionsAbove(hub, own)])
  return { everywhere, regions: own.flatMap((region) => nameIn(above, region) ?? []) }
}
