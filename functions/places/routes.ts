import { z } from '@hono/zod-openapi'
import { findPlaces } from '#domain/places/find-places.ts'
import { isArea } from '#domain/places/place.ts'
import { placeLabel } from '#domain/places/place-label.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { limitUpTo } from '#functions/http/query.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { LOCALES } from '#i18n/locale.ts'
import { placeFiles, regionNames } from './place-files.ts'

const placesAnswer = z.object({
  places: z.array(
    z
      .object({
        id: z.string(),
        name: z.string().openapi({ description: 'In the language asked for by `locale`' }),
        names: z.object({ en: z.string(), 'zh-CN': z.string() }),
        label: z.string().openapi({ description: 'Where it lies: province and country' }),
        countryCode: z.string(),
        lat: z.number(),
        lon: z.number(),
        population: z.int().nullable(),
      })
      .openapi('Place'),
  ),
})

const placesQuery = z.object({
  q: z.string().trim().min(1).max(80).openapi({ example: '深圳' }),
  locale: z.enum(LOCALES).default('en'),
  limit: limitUpTo(20, 8),
})

/** Places change with a site build only. */
const AN_HOUR = 'public, max-age=3600'

export const placeRoutes: readonly DeclaredRoute[] = [
  apiRoute({
    audience: 'public',
    route: {
      method: 'get',
      path: '/api/v1/places',
      summary: 'Places by name, in English or Chinese, best first',
      request: { query: placesQuery },
      responses: { 200: jsonContent(placesAnswer, 'The places'), ...refusals(422) },
    },
    handler: async (c) => {
      const { q, locale, limit } = c.req.valid('query')
      const { assets, config } = c.var.context
      const places = await findPlaces(q, {
        load: placeFiles(assets),
        loadRegions: () => regionNames(assets),
        homeCountries: config.countries,
        limit,
      })
      const answer = places.map((place) => ({
        id: place.id,
        name: place.name[locale],
        names: place.name,
        label: placeLabel(place, locale),
        countryCode: place.countryCode,
        lat: place.lat,
        lon: place.lon,
        population: isArea(place) ? null : place.population || null,
      }))
      return answerJson(c, placesAnswer, { places: answer }, AN_HOUR)
    },
  }),
]
