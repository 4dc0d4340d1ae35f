import { modelOf } from '#domain/repairs/catalogue.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { showOutlet } from '#functions/outlets/show-outlet.ts'
import { splitLocale } from '#i18n/locale.ts'
import type { MessageKey } from '#i18n/translate.ts'
import {
  bookAddress,
  type Choice,
  type ChoiceFault,
  faultsOfChoice,
  isMade,
  type MadeChoice,
  readChoice,
  servicesOf,
} from './choice-query.ts'
import type { Refused } from './contact-query.ts'
import { get, type Page, slashed } from './declare-routes.ts'
import { findMailInCentre } from './find-mail-in-centre.ts'
import { offerAt, offerNear } from './offer-where.ts'
import { originOfPlace } from './origin-of-place.ts'
import { StartView } from './start-views.tsx'
import { stepTitle } from './views/step-line.tsx'
import { WhereView } from './where-views.tsx'

const MESSAGES: Readonly<Record<ChoiceFault, readonly [field: string, key: MessageKey]>> = {
  fault: ['fault', 'bookings.error.fault'],
  model: ['model', 'bookings.error.model'],
  fault_of_model: ['fault', 'bookings.error.fault_of_model'],
}

const errorsOf = (faults: readonly ChoiceFault[]): Refused =>
  Object.fromEntries(faults.map((fault) => MESSAGES[fault]))

/** The address of a page that a language switch keeps: language-free, with the choice. */
export const pathOf = (
  page: string,
  choice: Choice,
  extra: Readonly<Record<string, string>> = {},
) => splitLocale(bookAddress('en', page, choice, extra)).path

async function outletName(c: Page, code: string | null): Promise<string | null> {
  if (!code) return null
  const { hub, locale } = c.var.context
  return (await showOutlet(hub, code))?.outlet.name[locale] ?? null
}

/** Step 1, as it begins or as it comes back with something missing. */
export async function startPage(
  c: Page,
  choice: Choice,
  faults: readonly ChoiceFault[] = [],
): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  const errors = errorsOf(faults)
  const view = StartView({
    ...{ locale, choice, errors, config },
    outletName: await outletName(c, choice.outlet),
  })
  return await pourPage(context, {
    title: stepTitle(locale, 'fault', faults.length > 0),
    view,
    status: faults.length > 0 ? 422 : 200,
    path: pathOf('', choice),
    listed: faults.length === 0 && Object.values(choice).every((value) => !value),
  })
}

/** What a page needs chosen before it can say anything: the choice, or step 1 with what is missing. */
export async function madeChoice(c: Page, params: URLSearchParams): Promise<MadeChoice | Response> {
  const { catalogue } = c.var.context.config
  const choice = readChoice(params, catalogue)
  return isMade(choice, catalogue)
    ? choice
    : await startPage(c, choice, faultsOfChoice(choice, catalogue))
}

export const queryOf = (c: Page): URLSearchParams => new URL(c.req.url).searchParams

const start = (c: Page): Promise<Response> =>
  startPage(c, readChoice(queryOf(c), c.var.context.config.catalogue))

async function where(c: Page): Promise<Response> {
  const choice = await madeChoice(c, queryOf(c))
  if (choice instanceof Response) return choice
  const { context } = c.var
  const { locale, config, requestId } = context
  const services = servicesOf(choice, config.catalogue)
  const family = modelOf(config.catalogue, choice.model)?.family ?? null
  const origin = await originOfPlace(context, choice)
  const noOrigin = choice.q ? ('no_place' as const) : null
  const [near, chosen, mailIn] = await Promise.all([
    origin ? offerNear(context, { origin, services, family }) : noOrigin,
    choice.outlet ? offerAt(context, choice.outlet, services) : null,
    findMailInCentre(context, { origin, code: null }),
  ])
  return await pourPage(context, {
    title: stepTitle(locale, 'where'),
    view: WhereView({
      ...{ locale, choice, near, mailIn, commandId: requestId, config },
      chosen: chosen?.kind === 'offer' ? chosen.visit : null,
      notThere: chosen?.kind === 'refused' ? `problems.${chosen.refusal}.title` : null,
    }),
    path: pathOf('where/', choice),
  })
}

export const bookStartRoutes: readonly DeclaredRoute[] = [
  ...['/book', '/book/where'].flatMap(slashed),
  ...get('/book/', start),
  ...get('/book/where/', where),
]
