import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { FIGURE_IDS } from '#domain/kpis/kpi-definitions.ts'
import type { ContestStep } from '#domain/publications/decide-contest.ts'
import { EXCLUSION_REASONS } from '#domain/publications/publication-document.ts'
import { carryOut } from '#functions/db/commit.ts'
import {
  type Form,
  formOf,
  keyIn,
  readForm,
  SAVED,
  versionIn,
} from '#functions/desk-network/form-query.ts'
import { type Back, freshly } from '#functions/desk-network/staff-pages.tsx'
import type { Faults } from '#functions/desk-network/views/form-parts.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { STAFF_FORM } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { type ContestTask, decideOnContest, raiseContest } from './contest-figures.ts'
import { contestPage, contestsPage } from './contest-pages.tsx'
import { findContest, showContests } from './show-contests.ts'

type Page = Context<AppEnv>

const LIST = '/desk/publications/contests/'
const ONE = '/desk/publications/contests/{id}/'

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const idIn = (c: Page): string => c.req.param('id') ?? ''

/** What a link to the form names, filled in. */
const asked = (c: Page): Back => ({
  ...freshly(c),
  typed: formOf(['outlet', 'month', 'kpi'].map((name) => [name, c.req.query(name) ?? ''] as const)),
})

async function showList(c: Page, back: Back = asked(c)): Promise<Response> {
  const found = await showContests(asking(c))
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  return await contestsPage(c, found, back)
}

async function showOne(c: Page, back: Back = freshly(c)): Promise<Response> {
  const found = await findContest(asking(c), idIn(c))
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  return await contestPage(c, found, back)
}

type Show = (c: Page, back: Back) => Promise<Response>

async function answered(c: Page, task: ContestTask, { typed, show }: { typed: Form; show: Show }) {
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return c.redirect(`${LIST}${outcome.answer.id}/?${SAVED}`, 303)
  return await show(c, { typed, faults: {}, refusal: outcome.refusal as ProblemCode })
}

async function postRaise(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const kpi = FIGURE_IDS.find((id) => id === typed.text('kpi'))
  const said = typed.text('said')
  const written = typed.text('repair')
  const repair = readTicketCode(written)
  const faults: Faults = {
    ...(!kpi && { kpi: 'desk.contests.fault.kpi' as const }),
    ...(!said && { said: 'desk.contests.fault.said' as const }),
    ...(written && !repair && { repair: 'desk.contests.fault.repair' as const }),
  }
  if (!kpi || Object.keys(faults).length > 0) {
    return await showList(c, { typed, faults, refusal: null })
  }
  const outlet = typed.text('outlet').toUpperCase()
  const wish = { outlet, month: typed.text('month'), kpi, repair, said, key: keyIn(typed) }
  return await answered(c, await raiseContest(asking(c), wish), { typed, show: showList })
}

/** The step that a form asks for; null = none that there is. */
function stepIn(typed: Form): ContestStep | null {
  const act = typed.text('act')
  if (act !== 'exclude') {
    const type = (['approve', 'send_back', 'correct', 'refuse'] as const).find((one) => one === act)
    return type ? { type } : null
  }
  const reason = EXCLUSION_REASONS.find((one) => one === typed.text('reason')) ?? 'other'
  return { type: 'exclude', days: { from: typed.text('from'), to: typed.text('to'), reason } }
}

async function postDecision(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const step = stepIn(typed)
  const answer = typed.text('answer') || null
  const faults: Faults = {
    ...(!step && { act: 'desk.contests.fault.act' as const }),
    ...(step?.type === 'refuse' && !answer && { answer: 'desk.contests.fault.answer' as const }),
  }
  if (!step || Object.keys(faults).length > 0) {
    return await showOne(c, { typed, faults, refusal: null })
  }
  const wish = { id: idIn(c), expectedVersion: versionIn(typed), step, answer, key: keyIn(typed) }
  const task = await decideOnContest(asking(c), wish)
  if (task.proposal.kind === 'refused' && task.proposal.refusal === 'bad_value') {
    const days: Faults = { from: 'desk.contests.fault.days' }
    return await showOne(c, { typed, faults: days, refusal: null })
  }
  return await answered(c, task, { typed, show: showOne })
}

const seeing = { audience: 'staff', permission: 'publication.see', method: 'get' } as const

export const contestRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: LIST, handler: (c) => showList(c) }),
  pageRoute({ ...STAFF_FORM, permission: 'publication.contest', path: LIST, handler: postRaise }),
  pageRoute({ ...seeing, path: ONE, handler: (c) => showOne(c) }),
  pageRoute({ ...STAFF_FORM, permission: 'publication.sign', path: ONE, handler: postDecision }),
]
