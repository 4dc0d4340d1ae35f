import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import { idempotencyKey, seenVersion } from '#functions/http/command-headers.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerJson, CREATING, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { cursorAfter } from '#functions/http/query.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import {
  editPlace,
  findPlace,
  listPartners,
  listRegions,
  type PlaceKind,
  type PlaceWish,
  type RegionRow,
} from './edit-places.ts'
import {
  newPartnerBody,
  newRegionBody,
  partnerAnswer,
  partnerList,
  placeJson,
  placeParams,
  placeQuery,
  regionAnswer,
  regionJson,
  regionList,
  regionQuery,
  renameBody,
} from './place-json.ts'

type Page = Context<AppEnv>

const NO_STORE = 'no-store'
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const body = <Schema extends z.ZodType>(schema: Schema) =>
  ({ required: true, content: { 'application/json': { schema } } }) as const
const READING = refusals(401, 403, 404, 422)
const WRITING = refusals(400, 401, 403, 404, 409, 415, 422, 428, 429)
const AS_IT_STANDS = 'As it stands; its version is the ETag'

async function answerPlace(c: Page, kind: PlaceKind, id: string): Promise<Response> {
  const found = await findPlace(asking(c), { kind, id })
  if ('refusal' in found) return refused(c, found.refusal)
  const { place, version } = found
  const answer =
    kind === 'partner'
      ? answerJson(c, partnerAnswer, { partner: { ...placeJson(place), version } }, NO_STORE)
      : answerJson(
          c,
          regionAnswer,
          { region: { ...regionJson(place as RegionRow), version } },
          NO_STORE,
        )
  answer.headers.set('ETag', `"${version}"`)
  return answer
}

type Said = Pick<PlaceWish, 'kind' | 'act' | 'id' | 'name' | 'parentId' | 'expectedVersion'>

async function write(c: Page, said: Said): Promise<Response> {
  const outcome = await carryOut(await editPlace(asking(c), { ...said, key: idempotencyKey(c) }))
  if (outcome.kind === 'refused') return refused(c, outcome.refusal)
  return await answerPlace(c, said.kind, said.id)
}

async function rename(
  c: Page,
  kind: PlaceKind,
  { id, name }: Pick<PlaceWish, 'id' | 'name'>,
): Promise<Response> {
  const expectedVersion = seenVersion(c)
  if (expectedVersion === null) return problem(c, 'version_needed')
  return await write(c, { kind, act: 'rename', id, name, parentId: null, expectedVersion })
}

const of = (kind: PlaceKind) => ({ audience: 'staff', permission: `${kind}.edit` }) as const
const writing = (kind: PlaceKind) => ({ ...of(kind), allowance: 'writes' }) as const

const partners = apiRoute({
  ...of('partner'),
  route: {
    method: 'get',
    path: '/api/v1/desk/partners',
    summary: 'Partners by id',
    request: { query: placeQuery },
    responses: { 200: jsonContent(partnerList, 'A hundred at most'), ...READING },
  },
  handler: async (c) => {
    const list = await listPartners(asking(c), c.req.valid('query').cursor ?? '')
    if ('refusal' in list) return refused(c, list.refusal)
    const page = { partners: list.rows.map(placeJson), nextCursor: cursorAfter(list.next) }
    return answerJson(c, partnerList, page, NO_STORE)
  },
})

const regions = apiRoute({
  ...of('region'),
  route: {
    method: 'get',
    path: '/api/v1/desk/regions',
    summary: 'Regions right below another, by id',
    request: { query: regionQuery },
    responses: { 200: jsonContent(regionList, 'A hundred at most'), ...READING },
  },
  handler: async (c) => {
    const { in: parent = null, cursor: after = '' } = c.req.valid('query')
    const list = await listRegions(asking(c), parent, after)
    if ('refusal' in list) return refused(c, list.refusal)
    const page = { regions: list.rows.map(regionJson), nextCursor: cursorAfter(list.next) }
    return answerJson(c, regionList, page, NO_STORE)
  },
})

const newPartner = apiRoute({
  ...writing('partner'),
  route: {
    method: 'post',
    path: '/api/v1/desk/partners',
    summary: 'A new partner; its id never changes',
    request: { body: body(newPartnerBody) },
    responses: { 200: jsonContent(partnerAnswer, AS_IT_STANDS), ...refusals(...CREATING) },
  },
  handler: (c) =>
    write(c, {
      ...{ kind: 'partner', act: 'register', ...c.req.valid('json') },
      ...{ parentId: null, expectedVersion: null },
    }),
})

const newRegion = apiRoute({
  ...writing('region'),
  route: {
    method: 'post',
    path: '/api/v1/desk/regions',
    summary: 'A new region below another; its id never changes',
    request: { body: body(newRegionBody) },
    responses: { 200: jsonContent(regionAnswer, AS_IT_STANDS), ...refusals(...CREATING) },
  },
  handler: (c) =>
    write(c, {
      ...{ kind: 'region', act: 'register', ...c.req.valid('json'), expectedVersion: null },
    }),
})

const partner = apiRoute({
  ...of('partner'),
  route: {
    method: 'get',
    path: '/api/v1/desk/partners/{id}',
    summary: 'One partner',
    request: { params: placeParams },
    responses: { 200: jsonContent(partnerAnswer, AS_IT_STANDS), ...READING },
  },
  handler: (c) => answerPlace(c, 'partner', c.req.valid('param').id),
})

const region = apiRoute({
  ...of('region'),
  route: {
    method: 'get',
    path: '/api/v1/desk/regions/{id}',
    summary: 'One region',
    request: { params: placeParams },
    responses: { 200: jsonContent(regionAnswer, AS_IT_STANDS), ...READING },
  },
  handler: (c) => answerPlace(c, 'region', c.req.valid('param').id),
})

const renamePartner = apiRoute({
  ...writing('partner'),
  route: {
    method: 'patch',
    path: '/api/v1/desk/partners/{id}',
    summary: 'Names of a partner, with the version seen in If-Match',
    request: { params: placeParams, body: body(renameBody) },
    responses: { 200: jsonContent(partnerAnswer, AS_IT_STANDS), ...WRITING },
  },
  handler: (c) => rename(c, 'partner', { ...c.req.valid('param'), ...c.req.valid('json') }),
})

const renameRegion = apiRoute({
  ...writing('region'),
  route: {
    method: 'patch',
    path: '/api/v1/desk/regions/{id}',
    summary: 'Names of a region, with the version seen in If-Match',
    request: { params: placeParams, body: body(renameBody) },
    responses: { 200: jsonContent(regionAnswer, AS_IT_STANDS), ...WRITING },
  },
  handler: (c) => rename(c, 'region', { ...c.req.valid('param'), ...c.req.valid('json') }),
})

export const placeApiRoutes: readonly DeclaredRoute[] = [
  ...[partners, newPartner, partner, renamePartner],
  ...[regions, newRegion, region, renameRegion],
]
