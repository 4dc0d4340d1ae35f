import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { RepeatAction } from '#domain/repeats/decide-repeat.ts'
import { chargedTo, REPEAT_REASON_IDS, type RepeatReason } from '#domain/repeats/repeat.ts'
import { opensRoute, type Permission } from '#domain/staff/permissions.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import { carryOut } from '#functions/db/commit.ts'
import { type Form, keyIn, readForm, SAVED, versionIn } from '#functions/desk-network/form-query.ts'
import { type Back, freshly } from '#functions/desk-network/staff-pages.tsx'
import type { Faults } from '#functions/desk-network/views/form-parts.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { STAFF_FORM } from '#functions/http/form-posts.ts'
import { cursorTo, pageFrom } from '#functions/http/list-cursor.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { REPEATS, repeatApiRoutes } from './api-routes.ts'
import { listRepeats, repeatsAt } from './list-repeats.ts'
import { repeatPage, repeatsPage } from './repeat-pages.tsx'
import { showRepeat } from './see-repeat.ts'
import { stepRepeat } from './step-repeat.ts'
import { addressOf } from './views/repeat-text.ts'

type Page = Context<AppEnv>

const LONGEST_CODE = 12

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const codeIn = (c: Page): string | null => readTicketCode(c.req.param('code') ?? '')

async function list(c: Page): Promise<Response> {
  const staff = staffIn(c)
  const said = (c.req.query('outlet') ?? '').trim().toUpperCase().slice(0, LONGEST_CODE)
  const outlet = said || (ownOutlets(staff)[0] ?? '')
  const returns = outlet ? await repeatsAt(asking(c), outlet) : []
  if ('refusal' in returns) return await answerProblem(c, returns.refusal)
  const page = opensRoute(staff, 'repeat.classify')
    ? await listRepeats(asking(c), await pageFrom(c, REPEATS))
    : { listed: null, next: null }
  if ('refusal' in page) return await answerProblem(c, page.refusal)
  const next = await cursorTo(c, REPEATS, page.next)
  return await repeatsPage(c, { todo: page.listed, next, outlet, returns })
}

async function one(c: Page, back: Back = freshly(c)): Promise<Response> {
  const code = codeIn(c)
  const shown = code ? await showRepeat(asking(c), code) : null
  if (!shown) return await answerProblem(c, 'not_found')
  if ('refusal' in shown) return await answerProblem(c, shown.refusal)
  return await repeatPage(c, shown, back)
}

const reasonIn = (typed: Form): RepeatReason | null =>
  REPEAT_REASON_IDS.find((one) => one === typed.text('reason')) ?? null

type Read = RepeatAction | { readonly faults: Faults }

/** What somebody says why it is back: for the first time, or anew. */
function classified(typed: Form): Read {
  const reason = reasonIn(typed)
  if (!reason) return { faults: { reason: 'desk.repeats.fault.reason' } }
  return { type: versionIn(typed) === 0 ? 'classify' : 'reclassify', reason }
}

function decided(typed: Form): Read {
  if (typed.text('verdict') === 'uphold') return { type: 'uphold' }
  if (typed.text('verdict') !== 'overturn') {
    return { faults: { verdict: 'desk.repeats.fault.verdict' } }
  }
  const reason = reasonIn(typed)
  if (!reason || chargedTo(reason) === 'outlet') {
    return { faults: { reason: 'desk.repeats.fault.overturn' } }
  }
  return { type: 'overturn', reason }
}

/** What of a form can't be taken; words are wanted of all but the first. */
function faultsOf(read: Read, typed: Form): Faults {
  const isUnsaid = !('faults' in read) && read.type !== 'classify' && typed.text('words') === ''
  return {
    ...('faults' in read && read.faults),
    ...(isUnsaid && { words: 'desk.repeats.fault.words' as const }),
  }
}

const step = (read: (typed: Form) => Read) => async (c: Page) => {
  const code = codeIn(c)
  if (!code) return await answerProblem(c, 'not_found')
  const typed = await readForm(c.req.raw)
  const action = read(typed)
  const faults = faultsOf(action, typed)
  if ('faults' in action || Object.keys(faults).length > 0) {
    return await one(c, { typed, faults, refusal: null })
  }
  const wish = { code, action, words: typed.text('words'), key: keyIn(typed) }
  const outcome = await carryOut(
    await stepRepeat(asking(c), { ...wish, expectedVersion: versionIn(typed) }),
  )
  if (outcome.kind === 'done') return c.redirect(`${addressOf(code)}?${SAVED}`, 303)
  const { refusal } = outcome
  if (refusal === 'not_found') return await answerProblem(c, refusal)
  if (refusal === 'bad_value') {
    return await one(c, { typed, faults: { reason: 'desk.repeats.fault.reason' }, refusal: null })
  }
  return await one(c, { typed, faults: {}, refusal: refusal as ProblemCode })
}

const form = (name: string, permission: Permission, read: (typed: Form) => Read): DeclaredRoute =>
  pageRoute({
    ...{ ...STAFF_FORM, permission, path: `/desk/repeats/{code}/${name}`, handler: step(read) },
  })

const seeing = { audience: 'staff', permission: 'repeat.see', method: 'get' } as const

export const repeatRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: '/desk/repeats/', handler: list }),
  pageRoute({ ...seeing, path: '/desk/repeats/{code}/', handler: (c) => one(c) }),
  form('classification', 'repeat.classify', classified),
  form('contest', 'repeat.contest', () => ({ type: 'contest' })),
  form('decision', 'repeat.decide', decided),
  ...repeatApiRoutes,
]
