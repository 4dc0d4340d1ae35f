import type { Context } from 'hono'
import { CALLBACK_OUTCOMES } from '#domain/surveys/survey.ts'
import { writeRows } from '#functions/db/commit.ts'
import {
  type Form,
  formOf,
  keyIn,
  readForm,
  SAVED,
  versionIn,
} from '#functions/desk-network/form-query.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { pageFrom } from '#functions/http/list-cursor.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { carryDeskStep, type DeskStep } from './carry-callback-routes.ts'
import { CALLBACKS, callbackPage, callbacksPage } from './desk-pages.tsx'
import { listCallbacks, openCallback } from './list-callbacks.ts'

type Page = Context<AppEnv>

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const idOf = (c: Page): string => c.req.param('id') ?? ''
const NOTHING_SENT = { refusal: null, form: formOf([]) } as const

const asProblem = (refusal: string): ProblemCode =>
  refusal in PROBLEMS ? (refusal as ProblemCode) : 'internal'

async function show(
  c: Page,
  back: { readonly refusal: ProblemCode | null; readonly form: Form } = NOTHING_SENT,
): Promise<Response> {
  const opened = await openCallback(asking(c), idOf(c))
  if ('refusal' in opened) return await answerProblem(c, opened.refusal)
  const { rows, database, called } = opened
  if (rows.length > 0) await writeRows(database, rows)
  return await callbackPage(c, called, back)
}

const callIn = (form: Form): DeskStep | null => {
  const outcome = CALLBACK_OUTCOMES.find((one) => one === form.text('outcome'))
  return outcome ? { kind: 'call', outcome, words: form.text('words') } : null
}

const verdictIn = (form: Form): DeskStep | null => {
  const verdict = form.text('verdict')
  if (verdict !== 'confirm' && verdict !== 'dismiss') return null
  return { kind: 'verdict', confirmed: verdict === 'confirm' }
}

const take = (stepIn: (form: Form) => DeskStep | null) => async (c: Page) => {
  const form = await readForm(c.req.raw)
  const step = stepIn(form)
  if (!step) return await show(c, { refusal: 'bad_value', form })
  const seen = { id: idOf(c), expectedVersion: versionIn(form), key: keyIn(form) }
  const outcome = await carryDeskStep(asking(c), seen, step)
  if (outcome.kind === 'done') return c.redirect(`/desk/callbacks/?${SAVED}`, 303)
  const { refusal } = outcome
  if (refusal === 'not_found') return await answerProblem(c, 'not_found')
  return await show(c, { refusal: asProblem(refusal), form })
}

const seeing = { audience: 'staff', permission: 'callback.see', method: 'get' } as const
const acting = {
  ...({ audience: 'staff', permission: 'callback.act', method: 'post' } as const),
  ...({ allowance: 'writes', middleware: [formPosts] } as const),
}

export const callbackRoutes: readonly DeclaredRoute[] = [
  pageRoute({
    ...seeing,
    path: '/desk/callbacks/',
    handler: async (c) => {
      const after = await pageFrom(c, CALLBACKS)
      return await callbacksPage(c, await listCallbacks(asking(c), after))
    },
  }),
  pageRoute({ ...seeing, path: '/desk/callbacks/{id}/', handler: (c) => show(c) }),
  pageRoute({ ...acting, path: '/desk/callbacks/{id}/tries', handler: take(callIn) }),
  pageRoute({
    ...{ ...acting, permission: 'feedback.decide', handler: take(verdictIn) },
    path: '/desk/callbacks/{id}/suspicion',
  }),
]
