import type { Standard } from '#domain/standards/standard.ts'
import type { Edition, StandardSet } from '#domain/standards/standard-set.ts'

const both = (text: string) => ({ en: text, 'zh-CN': text })

/** A promise like any other, but for what a test is about. */
export const aStandard = (about: Partial<Standard> = {}): Standard => ({
  ...{ id: 'one-hour', audience: 'public', serves: null, stage: 'repair', category: 'micro' },
  ...{ dimension: 'responsiveness', fiveS: 'speed', concerns: 'skill', touchpoint: 'outlet' },
  ...{ title: both('title'), promise: both('promise'), appliesTo: both('all') },
  ...{ measured: both('by the clock'), remedy: both('remedy'), claim: both('claim') },
  ...{ basis: { kind: 'own', source: both('own'), since: null }, benchmark: null },
  ...{ owner: 'hq_quality', countries: [], service: null },
  ...{ kpi: 'one_hour_rate', threshold: 60, target: 90 },
  ...about,
})

const HEAD = { number: 'FX-S-1', scope: both('all'), supervisor: both('quality') }

export const aDraft = (standards: readonly Standard[], about: Partial<StandardSet> = {}) =>
  ({
    ...{ ...HEAD, version: 1, revision: 1, standards, status: 'draft' },
    ...{ effectiveFrom: null, publishedAt: null },
    ...about,
  }) as const satisfies StandardSet

export const anEdition = (
  standards: readonly Standard[],
  effectiveFrom = 0,
  version = 1,
): Edition => ({
  ...aDraft(standards, { version, revision: 2 }),
  ...{ status: 'published', effectiveFrom, publishedAt: 0 },
})
