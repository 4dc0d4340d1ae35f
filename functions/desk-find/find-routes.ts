import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { apiRoute, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { findBody, foundAnswer, foundJson } from './find-json.ts'
import { findPage } from './find-pages.tsx'
import { type FindWish, findRepairs } from './find-repairs.ts'
import { type FoundVoice, findVoice } from './find-voice.ts'

type Page = Context<AppEnv>

const PATH = '/desk/find/'
const staff = { audience: 'staff', permission: 'find.search' } as const

/** Finds, and says in the log that somebody looked. */
async function find(c: Page, wish: FindWish) {
  const { context } = c.var
  const found = await findRepairs({ ...context, staff: staffIn(c) }, wish)
  if (found.log.length > 0) await writeRows(context.hub, found.log)
  return found
}

const VOICES: Record<FoundVoice['kind'], string> = {
  complaint: '/desk/complaints/',
  feedback: '/desk/feedback/',
}

/** One hit is what was meant, or the voice of a code; of none or several a page is shown. */
async function answer(c: Page, wish: FindWish): Promise<Response> {
  const found = await find(c, wish)
  const [only, ...others] = found.hits
  if (only && others.length === 0 && !found.isCut) {
    return c.redirect(`/desk/repairs/${only.code}/`, 303)
  }
  if (!only) {
    const voice = await findVoice({ ...c.var.context, staff: staffIn(c) }, wish.typed)
    if (voice) return c.redirect(`${VOICES[voice.kind]}${voice.code}/`, 303)
  }
  return await findPage(c, { ...wish, found })
}

const show = pageRoute({
  ...staff,
  method: 'get',
  path: PATH,
  handler: async (c) => {
    const typed = c.req.query('q')
    const nothing = { typed: '', outlet: null, found: null }
    if (typed === undefined) return await findPage(c, nothing)
    const code = readTicketCode(typed)
    // Whatever else somebody put into the address leaves it again.
    return code ? await answer(c, { typed: code, outlet: null }) : c.redirect(PATH, 303)
  },
})

const fieldOf = (fields: Record<string, unknown>, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value.trim().slice(0, 200) : ''
}

const search = pageRoute({
  ...staff,
  method: 'post',
  path: PATH,
  middleware: [formPosts],
  handler: async (c) => {
    const fields = await c.req.parseBody()
    const typed = fieldOf(fields, 'q')
    const outlet = fieldOf(fields, 'outlet').toUpperCase() || null
    return await answer(c, { typed, outlet })
  },
})

const api = apiRoute({
  ...staff,
  route: {
    method: 'post',
    path: '/api/v1/desk/find',
    summary: 'Finds repairs by code, phone, IMEI, name or parcel; posted, so that no log holds it',
    request: {
      body: { required: true, content: { 'application/json': { schema: findBody } } },
    },
    responses: {
      200: jsonContent(foundAnswer, 'Open ones first, then the last changed'),
      ...refusals(400, 401, 403, 415, 422),
    },
  },
  handler: async (c) => {
    const { q, outletCode = null } = c.req.valid('json')
    const found = await find(c, { typed: q, outlet: outletCode })
    return answerJson(c, foundAnswer, foundJson(found), 'no-store')
  },
})

export const findRoutes: readonly DeclaredRoute[] = [show, search, api]
