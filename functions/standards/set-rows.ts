import { type Pledge, placeFromKey } from '#domain/standards/pledge.ts'
import type { StandardSet } from '#domain/standards/standard-set.ts'

type SetColumns = {
  readonly version: number
  readonly revision: number
  readonly status: string
  readonly number: string
  readonly effective_from: number | null
  readonly published_at: number | null
  readonly body: string
}

/** A version from its row. Those that were written before benchmarks were kept have none. */
export const setFromRow = (row: SetColumns): StandardSet => {
  const body = JSON.parse(row.body) as Pick<StandardSet, 'scope' | 'supervisor' | 'standards'>
  return {
    ...{ version: row.version, revision: row.revision, number: row.number },
    ...body,
    standards: body.standards.map((standard) => ({
      ...standard,
      benchmark: standard.benchmark ?? null,
    })),
    status: row.status === 'published' ? 'published' : 'draft',
    ...{ effectiveFrom: row.effective_from, publishedAt: row.published_at },
  }
}

type PledgeColumns = {
  readonly place: string
  readonly standard_id: string
  readonly version: number
  readonly periods: string
}

/** A pledge from its row; none where the row names no place. */
export function pledgeFromRow(row: PledgeColumns): Pledge[] {
  const place = placeFromKey(row.place)
  const { standard_id: standardId, version, periods } = row
  return place ? [{ place, standardId, version, periods: JSON.parse(periods) }] : []
}
