import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import { type Form, keyIn, readForm, SAVED, versionIn } from '#functions/desk-network/form-query.ts'
import { type Back, freshly, NOTHING_TYPED } from '#functions/desk-network/staff-pages.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { improvementApiRoutes } from './api-routes.ts'
import { editImprovement, planImprovement } from './edit-improvements.ts'
import { improvementListPage, improvementPage, planPage } from './improvement-pages.tsx'
import { planIn, stepIn } from './improvement-query.ts'
import { findImprovement, listImprovements, type SeenImprovement } from './see-improvements.ts'
import { faultsOf } from './views/improvement-faults.ts'

type Page = Context<AppEnv>

const A_PAGE = 50
const LIST = '/desk/improvements/'
const ONE = '/desk/improvements/{id}'

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const wrongBack = (typed: Form, wrong: readonly string[]): Back => ({
  ...{ typed, faults: faultsOf(typed, wrong), refusal: null },
})
const refusedBack = (typed: Form, refusal: string): Back => ({
  ...{ typed, faults: {}, refusal: refusal as ProblemCode },
})

type Work = (seen: SeenImprovement) => Promise<Response>

/** Does something with an improvement that the person sees; anything else isn't there for them. */
async function withImprovement(c: Page, work: Work): Promise<Response> {
  const seen = await findImprovement(asking(c), c.req.param('id') ?? '')
  return 'refusal' in seen ? await answerProblem(c, seen.refusal) : await work(seen)
}

/** The same for whoever may write it. */
const withOwn = (c: Page, work: Work): Promise<Response> =>
  withImprovement(c, (seen) => (seen.mayEdit ? work(seen) : answerProblem(c, 'not_your_role')))

async function list(c: Page): Promise<Response> {
  const after = c.req.query('after')?.slice(0, 80) ?? ''
  const page = await listImprovements(asking(c), { after, most: A_PAGE })
  if ('refusal' in page) return await answerProblem(c, page.refusal)
  return await improvementListPage(c, page)
}

async function plan(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = planIn(typed)
  if (!read.ok) return await planPage(c, null, wrongBack(typed, read.wrong))
  const task = await planImprovement(asking(c), { ...read.value, key: keyIn(typed) })
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return c.redirect(`${LIST}${outcome.answer.id}/?${SAVED}`, 303)
  return await planPage(c, null, refusedBack(typed, outcome.refusal))
}

async function revise(c: Page, seen: SeenImprovement): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = planIn(typed)
  if (!read.ok) return await planPage(c, seen, wrongBack(typed, read.wrong))
  const { id } = seen.improvement
  const task = await editImprovement(asking(c), {
    ...{ id, action: { type: 'revise', ...read.value } },
    ...{ expectedVersion: versionIn(typed), key: keyIn(typed) },
  })
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return c.redirect(`${LIST}${id}/?${SAVED}`, 303)
  const back = refusedBack(typed, outcome.refusal)
  return await withOwn(c, (now) => planPage(c, now, back))
}

async function step(c: Page, seen: SeenImprovement): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = stepIn(c.req.param('step') ?? '', typed)
  if (!read) return await answerProblem(c, 'not_found')
  if (!read.ok) return await improvementPage(c, seen, wrongBack(typed, read.wrong))
  const { id } = seen.improvement
  const task = await editImprovement(asking(c), {
    ...{ id, action: read.value, expectedVersion: versionIn(typed), key: keyIn(typed) },
  })
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return c.redirect(`${LIST}${id}/?${SAVED}`, 303)
  const back = refusedBack(typed, outcome.refusal)
  return await withOwn(c, (now) => improvementPage(c, now, back))
}

const seeing = { audience: 'staff', permission: 'improvement.see', method: 'get' } as const
const editing = { audience: 'staff', permission: 'improvement.edit' } as const
const form = { ...editing, method: 'post', allowance: 'writes', middleware: [formPosts] } as const

export const improvementRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: LIST, handler: list }),
  pageRoute({
    ...{ ...editing, method: 'get', path: '/desk/new-improvement/' },
    handler: (c) => planPage(c, null, NOTHING_TYPED),
  }),
  pageRoute({ ...form, path: '/desk/new-improvement/', handler: plan }),
  pageRoute({
    ...{ ...seeing, path: `${ONE}/` },
    handler: (c) => withImprovement(c, (seen) => improvementPage(c, seen, freshly(c))),
  }),
  pageRoute({
    ...{ ...editing, method: 'get', path: `${ONE}/edit/` },
    handler: (c) => withOwn(c, (seen) => planPage(c, seen, NOTHING_TYPED)),
  }),
  pageRoute({
    ...{ ...form, path: `${ONE}/edit/` },
    handler: (c) => withOwn(c, (seen) => revise(c, seen)),
  }),
  pageRoute({
    ...{ ...form, path: `${ONE}/steps/{step}` },
    handler: (c) => withOwn(c, (seen) => step(c, seen)),
  }),
  ...improvementApiRoutes,
]
