import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import { keyIn, readForm, SAVED, versionIn } from '#functions/desk-network/form-query.ts'
import { type Back, freshly } from '#functions/desk-network/staff-pages.tsx'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { editPledge, type PledgeTask } from './edit-pledge.ts'
import { figureIn, instantIn } from './form-query.ts'
import { pledgeChoices } from './pledge-choices.ts'
import { pledgesPage } from './pledge-pages.tsx'
import { deskStandards, pledgesOfPlace } from './show-standards.ts'

type Page = Context<AppEnv>

const PATH = '/desk/standards/pledges/'
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

/** As pledges spell it: `outlet/SZ-001`, `region/cn-zhejiang`. */
function keyOf(typed: string): string {
  const [kind = '', id = ''] = typed.trim().slice(0, 80).split('/')
  return kind === 'outlet' ? `outlet/${id.toUpperCase()}` : `${kind}/${id.toLowerCase()}`
}

/** Where somebody who named no place begins: their own outlet, else their region. */
function ownPlace(c: Page): string | null {
  const scopes = staffIn(c).grants.map(({ scope }) => scope)
  const [outlet] = scopes.flatMap((scope) => (scope.kind === 'outlets' ? scope.outlets : []))
  const [region] = scopes.flatMap((scope) => (scope.kind === 'region' ? [scope.region] : []))
  return outlet ? `outlet/${outlet}` : region ? `region/${region}` : null
}

type Why = Pick<PledgeTask, 'parts' | 'minimum'> | null

async function show(c: Page, key: string | null, back: Back, why: Why = null): Promise<Response> {
  const place = key === null ? null : await pledgesOfPlace(asking(c), key)
  if (place && 'refusal' in place) return await answerProblem(c, place.refusal)
  const [standards, choices] = await Promise.all([
    deskStandards(asking(c), null),
    pledgeChoices(asking(c)),
  ])
  if ('refusal' in standards) return await answerProblem(c, standards.refusal)
  const { pledges } = standards
  return await pledgesPage(c, { place, pledges, choices, back, why })
}

/** The place that an address names; of an outlet and a region the outlet, which lies within. */
function placeAsked(c: Page): string | undefined {
  const { place, outlet, region } = c.req.query()
  if (place) return place
  if (outlet?.trim()) return `outlet/${outlet.trim()}`
  return region && `region/${region}`
}

function showAsked(c: Page): Promise<Response> {
  const asked = placeAsked(c)
  return show(c, asked ? keyOf(asked) : ownPlace(c), freshly(c))
}

async function post(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const place = keyOf(typed.text('place'))
  const from = instantIn(typed.text('from'), networkZone(c.var.context.config))
  const threshold = typed.text('threshold') === '' ? null : figureIn(typed.text('threshold'))
  const target = figureIn(typed.text('target'))
  const isTaken = typed.text('act') === 'withdraw'
  if (!isTaken && [from, threshold, target].some(Number.isNaN)) {
    const faults: Back['faults'] = {
      ...(Number.isNaN(threshold) && { threshold: 'desk.standards.fault.figure' as const }),
      ...(Number.isNaN(target) && { target: 'desk.standards.fault.figure' as const }),
      ...(Number.isNaN(from) && { from: 'desk.standards.fault.time' as const }),
    }
    return await show(c, place, { typed, faults, refusal: null })
  }
  const task = await editPledge(asking(c), {
    ...{ place, standardId: typed.text('standard'), key: keyIn(typed) },
    expectedVersion: versionIn(typed),
    action: isTaken ? { type: 'withdraw' } : { type: 'pledge', threshold, target, from },
  })
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return c.redirect(`${PATH}?place=${place}&${SAVED}`, 303)
  return await show(c, place, { typed, faults: {}, refusal: outcome.refusal as ProblemCode }, task)
}

const own = { audience: 'staff', permission: 'pledge.edit', path: PATH } as const

export const pledgeRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...own, method: 'get', handler: showAsked }),
  pageRoute({
    ...{ ...own, method: 'post', handler: post },
    ...({ allowance: 'writes', middleware: [formPosts] } as const),
  }),
]
