import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import { callHook } from '#functions/http/call-hook.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { sitePage } from './site-pages.tsx'
import { askForRebuild, siteState } from './site-state.ts'
import type { Asked } from './views/site-view.tsx'

type Page = Context<AppEnv>

async function show(
  c: Page,
  told: { readonly asked?: Asked; readonly refusal?: ProblemCode } = {},
): Promise<Response> {
  const state = await siteState({ ...c.var.context, staff: staffIn(c) })
  if ('refusal' in state) return await answerProblem(c, state.refusal)
  return await sitePage(c, { state, asked: told.asked ?? null, refusal: told.refusal ?? null })
}

/** Asks for a new site; `isTaken` false = what builds it didn't answer. */
async function askAnew(
  c: Page,
): Promise<{ readonly isTaken: boolean } | { readonly refusal: ProblemCode }> {
  const { context } = c.var
  const { deployHook } = context
  if (deployHook === null) return { refusal: 'unavailable' }
  const outcome = await carryOut(await askForRebuild({ ...context, staff: staffIn(c) }))
  if (outcome.kind === 'refused') return { refusal: outcome.refusal as ProblemCode }
  return { isTaken: await callHook(deployHook) }
}

async function rebuild(c: Page): Promise<Response> {
  const asked = await askAnew(c)
  if ('refusal' in asked) return await show(c, { refusal: asked.refusal })
  return asked.isTaken
    ? c.redirect('/desk/site/?asked=1', 303)
    : await show(c, { asked: 'hook_failed' })
}

const siteAnswer = z.object({
  site: z
    .object({
      builtFrom: z
        .object({ seq: z.int(), day: z.string(), takenAt: z.iso.datetime().nullable() })
        .nullable()
        .openapi({ description: 'null: no build stands beside the Worker' }),
      changedOutlets: z.array(z.object({ code: z.string(), operation: z.string() })),
      areMore: z.boolean().openapi({ description: 'More outlets changed than are listed' }),
      changedNotices: z.array(z.string()),
      askedAt: z.iso.datetime().nullable(),
    })
    .openapi('Site'),
})
const rebuildAnswer = z.object({ asked: z.object({ isTaken: z.boolean() }) })

const iso = (at: number): string => new Date(at).toISOString()

const siteApi = apiRoute({
  ...{ audience: 'staff', permission: 'site.rebuild' },
  route: {
    method: 'get',
    path: '/api/v1/desk/site',
    summary: 'What changed since the standing site was built',
    responses: { 200: jsonContent(siteAnswer, 'Since the last build'), ...refusals(401, 403) },
  },
  handler: async (c) => {
    const state = await siteState({ ...c.var.context, staff: staffIn(c) })
    if ('refusal' in state) return refused(c, state.refusal)
    const { build, asked } = state
    const site = {
      builtFrom: build && { ...build, takenAt: build.takenAt === null ? null : iso(build.takenAt) },
      changedOutlets: state.outlets.map(({ code, operation }) => ({ code, operation })),
      areMore: state.isMore,
      changedNotices: state.notices.map(({ id }) => id),
      askedAt: asked && iso(asked.at),
    }
    return answerJson(c, siteAnswer, { site }, 'no-store')
  },
})

const rebuildApi = apiRoute({
  ...{ audience: 'staff', permission: 'site.rebuild', allowance: 'writes', takesKey: false },
  route: {
    method: 'post',
    path: '/api/v1/desk/site/rebuild',
    summary: 'Asks for a new site, once a minute by the whole desk',
    responses: {
      200: jsonContent(rebuildAnswer, '`isTaken` false: what builds it didn’t answer'),
      ...refusals(401, 403, 429, 503),
    },
  },
  handler: async (c) => {
    const asked = await askAnew(c)
    return 'refusal' in asked
      ? refused(c, asked.refusal)
      : answerJson(c, rebuildAnswer, { asked }, 'no-store')
  },
})

const own = { audience: 'staff', permission: 'site.rebuild' } as const

export const siteRoutes: readonly DeclaredRoute[] = [
  pageRoute({
    ...{ ...own, method: 'get', path: '/desk/site/' },
    handler: (c) => show(c, { asked: c.req.query('asked') ? 'taken' : null }),
  }),
  pageRoute({
    ...{ ...own, method: 'post', path: '/desk/site/rebuild', handler: rebuild },
    ...({ allowance: 'writes', middleware: [formPosts] } as const),
  }),
  ...[siteApi, rebuildApi],
]
