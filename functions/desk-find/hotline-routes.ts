import { fieldOf, readTyped, type Typed } from '#functions/bookings/contact-query.ts'
import { carryOut } from '#functions/db/commit.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { checkCaller } from './check-caller-routes.ts'
import { hotlinePage } from './hotline-pages.tsx'
import { readCall, readStatusCheck } from './hotline-query.ts'
import { logHotlineCall } from './log-call.ts'
import { toldSentences } from './views/told-sentences.ts'

const PATH = '/desk/hotline/'
const staff = { audience: 'staff', permission: 'hotline.use' } as const
// No allowance: a call centre asks from one address, and each of them is signed in.
const form = { ...staff, method: 'post', middleware: [formPosts] } as const

const NOTICES = { solved: 'solved', logged: 'logged' } as const

const show = pageRoute({
  ...staff,
  method: 'get',
  path: PATH,
  handler: async (c) => {
    const done = c.req.query('done') ?? ''
    const notice = done === 'solved' || done === 'logged' ? NOTICES[done] : null
    return await hotlinePage(c, { notice })
  },
})

const problemOf = (refusal: string): ProblemCode =>
  refusal in PROBLEMS ? (refusal as ProblemCode) : 'stale'

const keyOf = (typed: Typed): string | null => fieldOf(typed, 'commandId') || null

const status = pageRoute({
  ...form,
  path: '/desk/hotline/status',
  handler: async (c) => {
    const typed = await readTyped(c.req.raw)
    const { errors, wish } = readStatusCheck(typed)
    const shown = { form: 'status', typed } as const
    if (!wish) return await hotlinePage(c, { ...shown, errors, status: 422 })
    const told = await checkCaller(c, wish, keyOf(typed))
    if (told.kind === 'refused') {
      if (told.refusal === 'not_your_role') return await answerProblem(c, 'not_your_role')
      const unknown = { code: 'desk.hotline.error.unknown' } as const
      return await hotlinePage(c, { ...shown, errors: unknown, status: 404 })
    }
    if (told.kind === 'mismatch') return await hotlinePage(c, { ...shown, isMismatch: true })
    const sentences = toldSentences(told.shown, c.var.context)
    return await hotlinePage(c, { told: { code: wish.code, sentences } })
  },
})

const calls = pageRoute({
  ...form,
  path: '/desk/hotline/calls',
  handler: async (c) => {
    const typed = await readTyped(c.req.raw)
    const { errors, wish } = readCall(typed)
    const shown = { form: typed['result'] === 'solved' ? 'solved' : 'call', typed } as const
    if (!wish) return await hotlinePage(c, { ...shown, errors, status: 422 })
    const asking = { ...c.var.context, staff: staffIn(c) }
    const task = await logHotlineCall(asking, { ...wish, key: keyOf(typed) })
    const outcome = await carryOut(task)
    if (outcome.kind === 'done') {
      return c.redirect(`${PATH}?done=${wish.result === 'solved' ? 'solved' : 'logged'}`, 303)
    }
    if (outcome.refusal !== 'unknown_repair')
      return await answerProblem(c, problemOf(outcome.refusal))
    const unknown = { code: 'desk.hotline.error.unknown' } as const
    return await hotlinePage(c, { ...shown, errors: unknown, status: 404 })
  },
})

export const hotlineRoutes: readonly DeclaredRoute[] = [show, status, calls]
