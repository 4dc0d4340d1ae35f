import type { Context } from 'hono'
import { FEEDBACK_KINDS, type FeedbackAction } from '#domain/feedback/feedback.ts'
import { THEMES } from '#domain/feedback/themes.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import { SAVED } from '#functions/desk-network/form-query.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { csvAnswer } from '#functions/http/csv.ts'
import { daySpan } from '#functions/http/day-span.ts'
import { keyAgain } from '#functions/http/form-key.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { pageFrom } from '#functions/http/list-cursor.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { actOnFeedback, type FeedbackStep } from './act-on-feedback.ts'
import { complaintOfSuspicion } from './confirm-suspicion.ts'
import {
  entryPage,
  entryZone,
  FRESH,
  feedbackCursor,
  type ItemBack,
  itemPage,
  listPage,
  proposedEntry,
} from './desk-pages.tsx'
import { enterFeedback } from './enter-feedback.ts'
import { readEntry } from './entry-query.ts'
import { fieldOf, type Refused, readTyped, type Typed, whyNotWords } from './feedback-query.ts'
import { exportFeedback, FEEDBACK_LISTS } from './list-feedback.ts'
import { seenAs } from './see-feedback.ts'
import { showFeedback } from './show-feedback.ts'
import { deskAddress } from './views/desk-words.ts'
import { EXPORT_HEADER, exportRow } from './views/export-rows.ts'

type Page = Context<AppEnv>

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

async function list(c: Page): Promise<Response> {
  const wanted = FEEDBACK_LISTS.find((one) => one === c.req.query('list')) ?? 'todo'
  return await listPage(c, {
    list: wanted,
    kind: FEEDBACK_KINDS.find((one) => one === c.req.query('kind')) ?? null,
    after: await pageFrom(c, feedbackCursor(wanted)),
  })
}

/** One piece of feedback, opened and noted so; out of scope it isn't there. */
async function item(c: Page, back: ItemBack = FRESH): Promise<Response> {
  const code = readTicketCode(c.req.param('code') ?? '')
  const shown = code === null ? null : await showFeedback(c.var.context, code)
  if (!shown) return await answerProblem(c, 'unknown_feedback')
  const seen = await seenAs(asking(c), shown.feedback)
  if ('refusal' in seen) return await answerProblem(c, seen.refusal)
  const access = { subject: `feedback/${code}`, staffId: staffIn(c).id, act: 'opened' }
  await writeRows(shown.database, [noteAccess(shown.database, access, c.var.context)])
  return await itemPage(c, { shown, seen }, back)
}

const VERSION = /^\d{1,9}$/

type Taken = Pick<FeedbackStep, 'actions' | 'words'>

/** Takes a step that a form asks for; one that came too late shows what stands, with what was typed. */
async function take(c: Page, typed: Typed, { actions, words }: Taken): Promise<Response> {
  const code = readTicketCode(c.req.param('code') ?? '')
  if (!code) return await answerProblem(c, 'unknown_feedback')
  const version = fieldOf(typed, 'version')
  const step: FeedbackStep = {
    ...{ code, actions, by: staffIn(c), ...(words && { words }) },
    expectedVersion: VERSION.test(version) ? Number(version) : 0,
    key: fieldOf(typed, 'commandId').slice(0, 200) || null,
  }
  const outcome = await carryStep(() => actOnFeedback(c.var.context, step))
  if (outcome.kind === 'done') return c.redirect(deskAddress(code), 303)
  const refusal = outcome.refusal as ProblemCode
  if (refusal === 'unknown_feedback' || refusal === 'not_your_role') {
    return await answerProblem(c, refusal)
  }
  return await item(c, { typed, refusal, isAnswerFaulty: false })
}

async function answer(c: Page): Promise<Response> {
  const typed = await readTyped(c.req.raw)
  const words = fieldOf(typed, 'words')
  if (whyNotWords(words)) return await item(c, { typed, refusal: null, isAnswerFaulty: true })
  const solves: readonly FeedbackAction[] = typed['isSolved'] === 'yes' ? [{ type: 'solve' }] : []
  return await take(c, typed, { actions: [{ type: 'answer' }, ...solves], words })
}

async function themes(c: Page): Promise<Response> {
  const typed = await readTyped(c.req.raw)
  const tagged = THEMES.filter((theme) => typed[`theme.${theme}`] === 'yes')
  return await take(c, typed, { actions: [{ type: 'tag', themes: tagged }] })
}

/** The complaint is registered first, and the same one if this is sent again; then the mark is set. */
async function confirm(c: Page): Promise<Response> {
  const typed = await readTyped(c.req.raw)
  const code = readTicketCode(c.req.param('code') ?? '')
  if (!code) return await answerProblem(c, 'unknown_feedback')
  const version = fieldOf(typed, 'version')
  const expectedVersion = VERSION.test(version) ? Number(version) : 0
  const task = await complaintOfSuspicion(asking(c), { code, expectedVersion })
  const outcome =
    'refusal' in task ? ({ kind: 'refused', refusal: task.refusal } as const) : await carryOut(task)
  if (outcome.kind === 'done') {
    return await take(c, typed, {
      actions: [{ type: 'confirm', complaint: outcome.answer.code }],
    })
  }
  const refusal = outcome.refusal as ProblemCode
  if (refusal === 'unknown_feedback' || refusal === 'not_your_role') {
    return await answerProblem(c, refusal)
  }
  return await item(c, { typed, refusal, isAnswerFaulty: false })
}

const plainStep = (type: 'solve' | 'suspect' | 'dismiss') => async (c: Page) =>
  await take(c, await readTyped(c.req.raw), { actions: [{ type }] })

const FAULT_OF: Readonly<Record<string, Refused>> = {
  unknown_outlet: { outletCode: 'desk.feedback.fault.outlet' },
  unknown_repair: { repairCode: 'desk.feedback.fault.repair' },
  not_your_role: { outletCode: 'desk.feedback.fault.outlet' },
  bad_time: { receivedAt: 'desk.feedback.fault.received' },
}

async function enter(c: Page): Promise<Response> {
  const { config, now } = c.var.context
  const typed = await readTyped(c.req.raw)
  const key = fieldOf(typed, 'commandId').slice(0, 200) || null
  const terms = { zone: entryZone(c), country: config.countries[0], now, key }
  const { errors, wish } = readEntry(typed, terms)
  const back = { typed, faults: errors, refusal: null, commandId: key ?? crypto.randomUUID() }
  if (!wish) return await entryPage(c, back)
  const outcome = await carryOut(await enterFeedback(asking(c), wish))
  if (outcome.kind === 'done') {
    const address = deskAddress(outcome.answer.code)
    const { code } = outcome.answer
    const shown = await showFeedback(c.var.context, code)
    const seen = shown && (await seenAs(asking(c), shown.feedback))
    // Who enters it at a counter doesn't see what becomes of it.
    return c.redirect(seen && !('refusal' in seen) ? address : `/desk/feedback/new/?${SAVED}`, 303)
  }
  const faults = FAULT_OF[outcome.refusal]
  if (faults) return await entryPage(c, { ...back, faults })
  const refusal = outcome.refusal as ProblemCode
  return await entryPage(c, { ...back, refusal, commandId: keyAgain(key, refusal) })
}

async function exportCsv(c: Page): Promise<Response> {
  const found = await exportFeedback(asking(c), daySpan(c, 366))
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  await writeRows(c.var.context.hub, [found.log])
  return csvAnswer(c, {
    ...{ name: 'feedback.csv', header: EXPORT_HEADER, rows: found.rows.map(exportRow) },
  })
}

const seeing = { audience: 'staff', permission: 'feedback.see', method: 'get' } as const
const acting = {
  audience: 'staff',
  permission: 'feedback.act',
  method: 'post',
  allowance: 'writes',
  middleware: [formPosts],
} as const
const entering = { ...acting, permission: 'feedback.enter' } as const
const deciding = { ...acting, permission: 'feedback.decide' } as const

export const feedbackDeskRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: '/desk/feedback/', handler: list }),
  pageRoute({
    ...{ ...seeing, permission: 'feedback.export', path: '/desk/feedback/export.csv' },
    handler: exportCsv,
  }),
  pageRoute({
    ...{ ...seeing, permission: 'feedback.enter', path: '/desk/feedback/new/' },
    handler: (c) =>
      entryPage(c, {
        ...{ typed: proposedEntry(c), faults: {}, refusal: null },
        commandId: crypto.randomUUID(),
      }),
  }),
  pageRoute({ ...entering, path: '/desk/feedback/new/', handler: enter }),
  pageRoute({ ...seeing, path: '/desk/feedback/{code}/', handler: (c) => item(c) }),
  pageRoute({ ...acting, path: '/desk/feedback/{code}/answer', handler: answer }),
  pageRoute({ ...acting, path: '/desk/feedback/{code}/solve', handler: plainStep('solve') }),
  pageRoute({ ...acting, path: '/desk/feedback/{code}/themes', handler: themes }),
  pageRoute({ ...acting, path: '/desk/feedback/{code}/suspect', handler: plainStep('suspect') }),
  pageRoute({ ...deciding, path: '/desk/feedback/{code}/confirm', handler: confirm }),
  pageRoute({ ...deciding, path: '/desk/feedback/{code}/dismiss', handler: plainStep('dismiss') }),
]
