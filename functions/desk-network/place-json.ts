import { z } from '@hono/zod-openapi'
import { REGION_LEVELS } from '#domain/outlets/outlet.ts'
import { cursor } from '#functions/http/query.ts'
import type { PlaceRow, RegionRow } from './edit-places.ts'

export const PLACE_ID = /^[a-z0-9-]{2,60}$/

const side = z.string().trim().min(1).max(120)
const name = z.object({ en: side, 'zh-CN': side })
const id = z.string().regex(PLACE_ID)

const place = z.object({ id: z.string(), name })
const partner = place.openapi('Partner')
const region = place
  .extend({
    level: z.enum(REGION_LEVELS),
    countryCode: z.string(),
    parentId: z.string().nullable(),
  })
  .openapi('DeskRegion')
const version = z.int().openapi({ description: '0: imported, and never touched here' })
const nextCursor = z.string().nullable()

export const partnerList = z.object({ partners: z.array(partner), nextCursor })
export const regionList = z.object({ regions: z.array(region), nextCursor })
export const partnerAnswer = z.object({ partner: partner.extend({ version }) })
export const regionAnswer = z.object({ region: region.extend({ version }) })

export const renameBody = z.object({ name })
export const newPartnerBody = z.object({ id, name })
export const newRegionBody = z.object({
  id: id.openapi({ description: 'Begins with that of the region right above, and a dash' }),
  name,
  parentId: id,
})
export const placeParams = z.object({ id: z.string().max(60) })
export const placeQuery = z.object({ cursor: cursor(PLACE_ID).optional() })
export const regionQuery = placeQuery.extend({
  in: id.optional().openapi({ description: 'The region right above; left out: the countries' }),
})

export const placeJson = (row: PlaceRow): z.input<typeof place> => ({
  id: row.id,
  name: { en: row.name_en, 'zh-CN': row.name_zh },
})

export const regionJson = (row: RegionRow): z.input<typeof region> => ({
  ...placeJson(row),
  ...{ level: row.level, countryCode: row.country_code, parentId: row.parent_id },
})
