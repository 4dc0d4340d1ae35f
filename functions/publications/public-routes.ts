import { z } from '@hono/zod-openapi'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { figuresKey, publicPublications } from './public-publications.ts'

const entry = z.object({ number: z.int() }).loose().openapi('Publication')
const listed = z.object({ publications: z.array(entry), nextCursor: z.null() })

const list = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/publications',
    summary: 'Publications of figures, newest first, with the hashes of their files',
    responses: { 200: jsonContent(listed, 'All of them') },
  },
  handler: async (c) => {
    const publications = [...(await publicPublications(c.var.context))]
    return answerJson(c, listed, { publications, nextCursor: null })
  },
})

const one = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/publications/{number}',
    summary: 'The figures of a publication: the bytes of its figures.json',
    request: { params: z.object({ number: z.coerce.number().int().min(1).max(1e6) }) },
    responses: {
      200: jsonContent(z.object({}).loose(), 'By /data/publications/schema-1.json'),
      ...refusals(404, 422),
    },
  },
  handler: async (c) => {
    const { media } = c.var.context
    const key = await figuresKey(c.var.context, c.req.valid('param').number)
    const file = key && (await media.get(key))
    if (!file) return problem(c, 'not_found')
    return new Response(file.body, {
      headers: {
        'Content-Type': 'application/json',
        'Cache-Control': 'public, max-age=31536000, immutable',
      },
    })
  },
})

export const publicPublicationRoutes: readonly DeclaredRoute[] = [list, one]
