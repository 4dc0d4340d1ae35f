import type { Context } from 'hono'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import {
  type Choice,
  faultsOfChoice,
  isMade,
  type MadeChoice,
  readChoice,
  servicesOf,
} from '#functions/bookings/choice-query.ts'
import { fieldOf, type Refused, readTyped, type Typed } from '#functions/bookings/contact-query.ts'
import { placeOfVisit } from '#functions/bookings/place-of-visit.ts'
import { helpsAnotherTime } from '#functions/bookings/slot-alternatives.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { carryForCaller } from './carry-caller-routes.ts'
import { offerCaller } from './offer-caller.ts'
import { bookForCaller, mailInForCaller, type Registered } from './register-caller.ts'
import { registeredPage, requestPage } from './request-pages.tsx'
import {
  type CallerDetails,
  type Chosen,
  dayWanted,
  messagesIn,
  READ_OUT_WORDING,
  readCaller,
  readChosen,
  wantsTimes,
} from './request-query.ts'

type Page = Context<AppEnv>

const staff = { audience: 'staff', permission: 'hotline.use' } as const
const PATH = '/desk/hotline/request/'

const MISSING: Readonly<Record<string, readonly [field: string, key: MessageKey]>> = {
  fault: ['fault', 'desk.hotline.error.fault'],
  model: ['model', 'desk.hotline.error.model'],
  fault_of_model: ['fault', 'desk.hotline.error.fault_of_model'],
}

type Shown = {
  readonly typed: Typed
  readonly choice: Choice
  readonly errors?: Refused
  readonly notice?: MessageKey | null
  readonly status?: number
}

/** The form with the times there are now, as far as it can be told where and what. */
async function formPage(c: Page, shown: Shown): Promise<Response> {
  const { context } = c.var
  const { choice } = shown
  const offer = isMade(choice, context.config.catalogue)
    ? await offerCaller(context, choice, dayWanted(shown.typed))
    : null
  return await requestPage(c, { ...shown, offer })
}

const missingOf = (choice: Choice, c: Page): Refused =>
  Object.fromEntries(
    faultsOfChoice(choice, c.var.context.config.catalogue).flatMap((fault) => {
      const missing = MISSING[fault]
      return missing ? [missing] : []
    }),
  )

type Sent = {
  readonly typed: Typed
  readonly choice: MadeChoice
  readonly chosen: Chosen
  readonly caller: CallerDetails
}

type Answer = { readonly code: string }

/** Asks for the visit or the parcel in the agent's name. */
async function register(
  c: Page,
  { typed, choice, chosen, caller }: Sent,
): Promise<Registered<Answer, string>> {
  const { context } = c.var
  const asking = { ...context, staff: staffIn(c) }
  const key = fieldOf(typed, 'commandId') || null
  const wish = {
    ...{ model: choice.model, faultCode: choice.fault, outletCode: chosen.outletCode, key },
    ...{ locale: messagesIn(typed), consent: { wording: READ_OUT_WORDING } },
  }
  if (caller.kind === 'mail_in') {
    const service = servicesOf(choice, context.config.catalogue).elsewhere
    return await mailInForCaller(asking, { ...caller.details, ...wish, service })
  }
  const visit = chosen as Extract<Chosen, { kind: 'visit' }>
  const { service, startsAt } = visit
  return await bookForCaller(asking, { ...caller.details, ...wish, service, startsAt })
}

/** Says why nothing was registered: other times to choose from where that helps. */
async function notDone(c: Page, shown: Shown, refusal: string): Promise<Response> {
  const code: ProblemCode = refusal in PROBLEMS ? (refusal as ProblemCode) : 'stale'
  if (!helpsAnotherTime(refusal)) return await answerProblem(c, code)
  return await formPage(c, { ...shown, notice: `problems.${code}.title`, status: 409 })
}

async function send(c: Page, typed: Typed, choice: MadeChoice): Promise<Response> {
  const { context } = c.var
  const chosen = readChosen(fieldOf(typed, 'chosen'))
  if (!chosen) {
    const errors: Refused = { chosen: 'desk.hotline.error.chosen' }
    return await formPage(c, { typed, choice, errors, status: 422 })
  }
  const placed = await placeOfVisit(context, chosen.outletCode)
  const { currency, countries } = context.config
  const terms = { country: placed?.country ?? countries[0], currency }
  const { errors, caller } = readCaller(typed, chosen, terms)
  if (!caller) return await formPage(c, { typed, choice, errors, status: 422 })
  const registered = await register(c, { typed, choice, chosen, caller })
  if (registered.kind === 'refused') return await answerProblem(c, registered.refusal)
  const outcome = await carryForCaller(c, registered.task)
  if (outcome.kind === 'refused') return await notDone(c, { typed, choice }, outcome.refusal)
  return c.redirect(`/desk/hotline/registered/${outcome.answer.code}/`, 303)
}

const show = pageRoute({
  ...staff,
  method: 'get',
  path: PATH,
  handler: async (c) => {
    const params = new URL(c.req.url).searchParams
    const choice = readChoice(params, c.var.context.config.catalogue)
    const { fault, model, q } = choice
    return await formPage(c, { typed: { fault: fault ?? '', model: model ?? '', q }, choice })
  },
})

const post = pageRoute({
  ...staff,
  method: 'post',
  path: PATH,
  allowance: 'writes',
  middleware: [formPosts],
  handler: async (c) => {
    const { catalogue } = c.var.context.config
    const typed = await readTyped(c.req.raw)
    const choice = readChoice(new URLSearchParams(typed), catalogue)
    if (!isMade(choice, catalogue)) {
      return await formPage(c, { typed, choice, errors: missingOf(choice, c), status: 422 })
    }
    return wantsTimes(typed) ? await formPage(c, { typed, choice }) : await send(c, typed, choice)
  },
})

const registered = pageRoute({
  ...staff,
  method: 'get',
  path: '/desk/hotline/registered/{code}/',
  handler: async (c) => {
    const { context } = c.var
    const code = readTicketCode(c.req.param('code') ?? '')
    const shown = code ? await showRepair(context, code) : null
    if (!shown) return await answerProblem(c, 'unknown_repair')
    const seen = await actorFor({ ...context, staff: staffIn(c) }, shown.repair, 'hotline.use')
    return seen.ok ? await registeredPage(c, shown) : await answerProblem(c, 'unknown_repair')
  },
})

export const requestRoutes: readonly DeclaredRoute[] = [show, post, registered]
