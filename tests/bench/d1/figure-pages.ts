import config from '#config'
import type { Staff } from '#domain/staff/staff.ts'
import { type Database, newTally } from '#functions/db/database.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import { kpiLines } from '#functions/kpis/kpi-lines.ts'
import { listBehind } from '#functions/kpis/list-behind.ts'
import { readBelow } from '#functions/kpis/read-below.ts'
import { readFigures } from '#functions/kpis/read-figures.ts'
import { readOpenAges } from '#functions/kpis/read-open-ages.ts'
import { median } from '../figures.ts'

const TIMES = 9

const staff: Staff = {
  ...{ id: 'stf_bench', name: 'Bench', email: 'bench@fixpoint.example', locale: 'en' },
  grants: [{ role: 'hq_quality', scope: { kind: 'network' } }],
}

export function sourcesOf(d1: D1Database, now: number): Sources {
  const hub: Database = { name: 'hub', tally: newTally(), d1 }
  return {
    ...{ hub, databases: { of: () => hub, all: [hub] }, now, randomByte: () => 0, config },
    keys: keysOf({ SECRET_KEY: 'a key of the bench, of letters enough' }),
  }
}

/** A month of a place's figures, with what its page reads besides. */
type Page = {
  readonly place: string
  readonly by?: 'outlets' | 'regions'
  /** With what is open there now. */
  readonly ages?: true
  /** The list of repairs behind a figure, and nothing else. */
  readonly behind?: true
}

/** What lies where, so that each kind of page is asked for. */
export type Places = { readonly outlet: string; readonly city: string; readonly partner: string }

const pagesOf = ({ outlet, city, partner }: Places): Readonly<Record<string, Page>> => ({
  'the network by provinces': { place: 'network' },
  'the network by outlets': { place: 'network', by: 'outlets' },
  'Guangdong by cities': { place: 'region/guangdong' },
  'Guangdong by outlets': { place: 'region/guangdong', by: 'outlets' },
  'its largest city': { place: `region/${city}` },
  'a partner': { place: `partner/${partner}` },
  'its busiest outlet, with what is open': { place: `outlet/${outlet}`, ages: true },
  'the repairs behind a figure there': { place: `outlet/${outlet}`, behind: true },
})

async function show(sources: Sources, month: string, { place, by, ages, behind }: Page) {
  const asking = { ...sources, staff }
  if (behind) {
    const listed = await listBehind(asking, { place, month, id: 'promise_kept' })
    if ('refusal' in listed) throw new Error(`no repairs of ${place}`)
    return
  }
  const read = await readFigures(asking, { place, month })
  const below = await readBelow(asking, { place, month, by: by ?? null })
  if ('refusal' in read || 'refusal' in below) throw new Error(`no ${place}`)
  kpiLines(read)
  if (ages) await readOpenAges(sources, read.place.id)
}

export type PageCost = { readonly rows: number; readonly ms: number }

/** Rows that D1 says each page of figures reads, and the median time of nine. */
export async function costsOfPages(
  sources: Sources,
  month: string,
  places: Places,
): Promise<ReadonlyMap<string, PageCost>> {
  const costs = new Map<string, PageCost>()
  for (const [what, page] of Object.entries(pagesOf(places))) {
    const times: number[] = []
    let rows = 0
    for (let turn = 0; turn < TIMES; turn++) {
      const before = sources.hub.tally.rowsRead
      const begun = performance.now()
      await show(sources, month, page)
      times.push(performance.now() - begun)
      rows = sources.hub.tally.rowsRead - before
    }
    costs.set(what, { rows, ms: median(times) })
  }
  return costs
}

/** The network's counts of a month as they are closed. */
export async function closedCounts(sources: Sources, month: string) {
  const read = await readFigures({ ...sources, staff }, { place: 'network', month })
  if ('refusal' in read) throw new Error(read.refusal)
  return read.months.at(-1)?.counts ?? {}
}
