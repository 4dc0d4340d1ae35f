import type { Context } from 'hono'
import { isMonth } from '#domain/voices/period.ts'
import { type Form, readForm, SAVED } from '#functions/desk-network/form-query.ts'
import { type Back, freshly } from '#functions/desk-network/staff-pages.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { csvAnswer } from '#functions/http/csv.ts'
import { STAFF_FORM } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { scorecardApiRoutes } from './api-routes.ts'
import { carryQualification } from './carry-step-routes.ts'
import { cardPage, listPage } from './scorecard-pages.tsx'
import { SCORECARD_HEADER, scorecardRows } from './scorecard-rows.ts'
import { seeScorecards } from './see-scorecards.ts'
import { showScorecard } from './show-scorecard.ts'
import { answerQualification, stepQualification } from './step-qualification.ts'
import { faultsOf, stepIn } from './step-query.ts'

type Page = Context<AppEnv>

const ONE = '/desk/scorecards/{outlet}/'
const LONGEST_PLACE = 70

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const codeIn = (c: Page): string => (c.req.param('outlet') ?? '').toUpperCase()
const monthIn = (c: Page): string | null => {
  const said = c.req.query('month') ?? ''
  return isMonth(said) ? said : null
}

const seen = (c: Page) => {
  const place = (c.req.query('place') ?? '').slice(0, LONGEST_PLACE) || null
  return seeScorecards(asking(c), { place, month: monthIn(c) })
}

async function list(c: Page): Promise<Response> {
  const found = await seen(c)
  return 'refusal' in found ? await answerProblem(c, found.refusal) : await listPage(c, found)
}

async function csv(c: Page): Promise<Response> {
  const found = await seen(c)
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  const rows = scorecardRows(found)
  return csvAnswer(c, { name: 'scorecards.csv', header: SCORECARD_HEADER, rows })
}

async function one(c: Page, back: Back = freshly(c)): Promise<Response> {
  const found = await showScorecard(asking(c), codeIn(c), monthIn(c))
  return 'refusal' in found ? await answerProblem(c, found.refusal) : await cardPage(c, found, back)
}

function refusedBack(typed: Form, refusal: string): Back {
  const faults = faultsOf(typed, refusal)
  const isField = Object.keys(faults).length > 0
  return { typed, faults, refusal: isField ? null : (refusal as ProblemCode) }
}

const step = (use: typeof stepQualification) => async (c: Page) => {
  const typed = await readForm(c.req.raw)
  const wish = stepIn(typed, codeIn(c))
  if (!wish) {
    return await one(c, { typed, faults: { act: 'desk.scorecards.fault.act' }, refusal: null })
  }
  const outcome = await carryQualification(await use(asking(c), wish))
  if (outcome.kind === 'done') return c.redirect(`/desk/scorecards/${wish.code}/?${SAVED}`, 303)
  if (outcome.refusal === 'unknown_outlet') return await answerProblem(c, outcome.refusal)
  return await one(c, refusedBack(typed, outcome.refusal))
}

const seeing = { audience: 'staff', permission: 'scorecard.see', method: 'get' } as const

export const scorecardRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: '/desk/scorecards/', handler: list }),
  pageRoute({ ...seeing, path: '/desk/scorecards.csv', handler: csv }),
  pageRoute({ ...seeing, path: ONE, handler: (c) => one(c) }),
  pageRoute({
    ...{ ...STAFF_FORM, permission: 'qualification.act', path: ONE },
    handler: step(stepQualification),
  }),
  pageRoute({
    ...{ ...STAFF_FORM, permission: 'qualification.answer', path: `${ONE}answer` },
    handler: step(answerQualification),
  }),
  ...scorecardApiRoutes,
]
