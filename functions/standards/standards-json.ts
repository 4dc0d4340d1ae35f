import { z } from '@hono/zod-openapi'
import type { EffectiveStandard } from '#domain/standards/effective-standard.ts'
import { placeKey } from '#domain/standards/pledge.ts'
import type { StandardSet } from '#domain/standards/standard-set.ts'
import { instant } from '#functions/http/query.ts'
import { headSchema, standardSchema } from './standard-json.ts'

const iso = (at: number): string => new Date(at).toISOString()
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))

const edition = z
  .object({
    version: z.int(),
    number: z.string(),
    effectiveFrom: z.iso.datetime().nullable(),
    scope: headSchema.shape.scope,
    supervisor: headSchema.shape.supervisor,
  })
  .openapi('StandardEdition')

export const editionJson = (set: StandardSet): z.input<typeof edition> => ({
  ...{ version: set.version, number: set.number, effectiveFrom: isoOrNull(set.effectiveFrom) },
  ...{ scope: set.scope, supervisor: set.supervisor },
})

const measure = z.object({ threshold: z.number().nullable(), target: z.number() })
const effective = standardSchema.omit({ audience: true, serves: true, owner: true }).extend({
  network: measure.openapi({ description: 'What holds everywhere: never stricter than here' }),
  pledges: z.array(measure.extend({ place: z.string(), from: z.iso.datetime() })),
})

export const standardList = z.object({
  edition: edition.nullable(),
  standards: z.array(effective),
  nextCursor: z.null(),
})
export const standardAnswer = z.object({ edition: edition.nullable(), standard: effective })

/** A promise as it holds somewhere; nothing that is internal. */
export function effectiveJson(held: EffectiveStandard): z.input<typeof effective> {
  const { audience: _a, serves: _s, owner: _o, ...standard } = held.standard
  return {
    ...standard,
    countries: [...standard.countries],
    network: { threshold: held.base.threshold, target: held.base.target },
    pledges: held.pledges.map(({ pledge, period: { threshold, target, from } }) => ({
      ...{ threshold, target, from: iso(from), place: placeKey(pledge.place) },
    })),
  }
}

const set = edition.extend({
  revision: z.int(),
  status: z.enum(['draft', 'published']),
  publishedAt: z.iso.datetime().nullable(),
  standards: z.array(standardSchema),
})

export const setAnswer = z.object({ set: set.nullable(), draft: set.nullable() })

export const setJson = (one: StandardSet): z.input<typeof set> => ({
  ...editionJson(one),
  ...{ revision: one.revision, status: one.status, publishedAt: isoOrNull(one.publishedAt) },
  standards: one.standards.map((standard) => ({
    ...standard,
    countries: [...standard.countries],
  })),
})

// The instant's own type would hide that null is one of its values.
const instantOrAtOnce = instant()
  .nullable()
  .openapi({ type: ['string', 'null'], description: 'null: at once' })

export const draftBody = z.object({ number: headSchema.shape.number })
export const publishBody = z.object({
  effectiveFrom: instantOrAtOnce,
})
export const idParams = z.object({ id: z.string().max(40) })
export const placeQuery = z.object({ place: z.string().max(80) })
export const pledgeBody = z.object({
  place: z.string().max(80),
  standardId: z.string().max(40),
  version: z.int().min(0).openapi({ description: 'The version seen; 0: nothing was pledged yet' }),
  threshold: z.number().nullable(),
  target: z.number(),
  from: instantOrAtOnce,
})
export const withdrawalBody = pledgeBody.pick({ place: true, standardId: true, version: true })
export const pledgeAnswer = z.object({ pledge: z.object({ version: z.int() }) })
export const pledgesAnswer = z.object({
  place: z.string(),
  standards: z.array(effective.extend({ version: z.int() })),
})
