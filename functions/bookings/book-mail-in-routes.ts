import type { Outlet } from '#domain/outlets/outlet.ts'
import { carryOut } from '#functions/db/commit.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { setTicket } from '#functions/http/ticket-cookie.ts'
import { requestMailIn } from '#functions/repairs/request-mail-in.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { madeChoice, pathOf, queryOf } from './book-start-routes.ts'
import { type MadeChoice, servicesOf } from './choice-query.ts'
import { type Refused, readTyped, type Typed } from './contact-query.ts'
import { get, goTo, type Page, post, slashed } from './declare-routes.ts'
import { findMailInCentre } from './find-mail-in-centre.ts'
import { MailInView } from './mail-in-views.tsx'
import { originOfPlace } from './origin-of-place.ts'
import { readParcel } from './parcel-query.ts'
import { placeOfVisit } from './place-of-visit.ts'
import { CONSENT_WORDING } from './views/details-fields.tsx'
import { stepTitle } from './views/step-line.tsx'

type Shown = {
  readonly choice: MadeChoice
  readonly centre: Outlet | null
  readonly typed: Typed
  readonly errors: Refused
  readonly commandId: string
}

async function mailInPage(c: Page, shown: Shown): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  const hasErrors = Object.keys(shown.errors).length > 0
  const t = translator(locale)
  const title = `${t('bookings.mail.title')} · ${stepTitle(locale, 'contact')}`
  return await pourPage(context, {
    title: hasErrors ? t('bookings.error_title', { title }) : title,
    view: MailInView({ locale, config, ...shown }),
    status: hasErrors ? 422 : 200,
    path: pathOf('mail-in/', shown.choice),
    headers: PRIVATE_PAGE,
  })
}

async function centreOf(c: Page, choice: MadeChoice): Promise<Outlet | null> {
  const { context } = c.var
  const origin = await originOfPlace(context, choice)
  return await findMailInCentre(context, { origin, code: choice.outlet })
}

async function show(c: Page): Promise<Response> {
  const choice = await madeChoice(c, queryOf(c))
  if (choice instanceof Response) return choice
  const centre = await centreOf(c, choice)
  const commandId = c.var.context.requestId
  return await mailInPage(c, { choice, centre, typed: {}, errors: {}, commandId })
}

async function send(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale, config, requestId } = context
  const typed = await readTyped(c.req.raw)
  const choice = await madeChoice(c, new URLSearchParams(typed))
  if (choice instanceof Response) return choice
  const centre = await centreOf(c, choice)
  const commandId = typed['commandId'] || requestId
  const shown = { choice, centre, typed, commandId }
  if (!centre) return await mailInPage(c, { ...shown, errors: {} })
  const placed = await placeOfVisit(context, centre.code)
  const country = placed?.country ?? config.countries[0]
  const { errors, parcel } = readParcel(typed, { country, currency: config.currency })
  if (!parcel) return await mailInPage(c, { ...shown, errors })
  const task = await requestMailIn(context, {
    ...parcel,
    service: servicesOf(choice, config.catalogue).elsewhere,
    ...{ model: choice.model, faultCode: choice.fault, outletCode: centre.code, locale },
    consent: { wording: CONSENT_WORDING },
    key: commandId,
  })
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') {
    const { refusal } = outcome
    return await answerProblem(c, refusal in PROBLEMS ? (refusal as ProblemCode) : 'stale')
  }
  await setTicket(c, { code: outcome.answer.code, via: 'lookup', askVersion: null })
  return goTo(c, `${localePath(locale, '/book/done/')}?by=${parcel.pickUp}`)
}

export const bookMailInRoutes: readonly DeclaredRoute[] = [
  ...slashed('/book/mail-in'),
  ...get('/book/mail-in/', show),
  ...post('/book/mail-in/', send),
]
