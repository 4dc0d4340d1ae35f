import { z } from '@hono/zod-openapi'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { publicStandards } from './show-standards.ts'
import {
  editionJson,
  effectiveJson,
  idParams,
  standardAnswer,
  standardList,
} from './standards-json.ts'

const query = z.object({
  outlet: z
    .string()
    .max(20)
    .optional()
    .openapi({ description: 'As it holds there, with its own and its regions’ pledges' }),
})
const codeIn = ({ outlet }: { readonly outlet?: string | undefined }): string | null =>
  outlet?.toUpperCase() ?? null

const list = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/standards',
    summary: 'The promises in force, everywhere or as they hold at an outlet',
    request: { query },
    responses: { 200: jsonContent(standardList, 'In the set’s order'), ...refusals(404, 422) },
  },
  handler: async (c) => {
    const found = await publicStandards(c.var.context, codeIn(c.req.valid('query')))
    if ('refusal' in found) return problem(c, found.refusal)
    const { edition, standards } = found
    return answerJson(c, standardList, {
      edition: edition && editionJson(edition),
      standards: standards.map(effectiveJson),
      nextCursor: null,
    })
  },
})

const one = apiRoute({
  audience: 'public',
  route: {
    method: 'get',
    path: '/api/v1/standards/{id}',
    summary: 'One promise in force',
    request: { params: idParams, query },
    responses: { 200: jsonContent(standardAnswer, 'As it holds now'), ...refusals(404, 422) },
  },
  handler: async (c) => {
    const found = await publicStandards(c.var.context, codeIn(c.req.valid('query')))
    if ('refusal' in found) return problem(c, found.refusal)
    const { id } = c.req.valid('param')
    const held = found.standards.find(({ standard }) => standard.id === id)
    if (!held) return problem(c, 'unknown_standard')
    const edition = found.edition && editionJson(found.edition)
    return answerJson(c, standardAnswer, { edition, standard: effectiveJson(held) })
  },
})

export const publicStandardRoutes: readonly DeclaredRoute[] = [list, one]
