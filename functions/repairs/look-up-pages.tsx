import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { ticketOf } from '#functions/http/ticket-cookie.ts'
import { translator } from '#i18n/translate.ts'
import { LinkDoor } from './link-views.tsx'
import { GoneLink, type LookUpFault, LookUpForm } from './look-up-views.tsx'
import { LostForm, LostSent } from './lost-views.tsx'
import { PRIVATE_PAGE } from './views/private-page.ts'

type Page = Context<AppEnv>

const STATUS_OF = { fields: 422, miss: 404, locked: 429 } as const
const HOUR_MS = 3_600_000

type LookUp = { readonly typed: string; readonly fault: LookUpFault | null }

/** The form, and what was wrong with what it brought. */
export async function lookUpPage(c: Page, { typed, fault }: LookUp): Promise<Response> {
  const { context } = c.var
  const { locale, config, now } = context
  const ticket = await ticketOf(c)
  const waitsMs = fault?.kind === 'locked' ? fault.until - now : null
  return await pourPage(context, {
    title: translator(locale)('repairs.lookup.title'),
    view: (
      <LookUpForm
        {...{ locale, typed, fault }}
        lockedHours={Math.ceil((waitsMs ?? 0) / HOUR_MS)}
        ticketCode={ticket?.code ?? null}
        hotline={config.hotline}
      />
    ),
    status: fault ? STATUS_OF[fault.kind] : 200,
    path: '/repairs/',
    headers: {
      ...PRIVATE_PAGE,
      ...(waitsMs !== null && { 'Retry-After': `${Math.ceil(waitsMs / 1000)}` }),
    },
  })
}

/** What a message's link shows before its button is pressed: the same for every link. */
export async function linkDoorPage(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale } = context
  const token = c.req.param('token') ?? ''
  return await pourPage(context, {
    title: translator(locale)('repairs.link.title'),
    view: <LinkDoor {...{ locale, token }} />,
    path: `/t/${encodeURIComponent(token)}`,
    headers: { ...PRIVATE_PAGE, 'Referrer-Policy': 'no-referrer' },
  })
}

export async function goneLinkPage(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale } = context
  return await pourPage(context, {
    title: translator(locale)('repairs.link.gone.title'),
    view: <GoneLink locale={locale} />,
    status: 410,
    path: '/repairs/',
    headers: { ...PRIVATE_PAGE, 'Referrer-Policy': 'no-referrer' },
  })
}

export async function lostPage(c: Page, fault: 'empty' | 'not_a_number' | null): Promise<Response> {
  const { context } = c.var
  const { locale } = context
  return await pourPage(context, {
    title: translator(locale)('repairs.lost.title'),
    view: <LostForm {...{ locale, fault }} />,
    status: fault ? 422 : 200,
    path: '/repairs/lost/',
    headers: PRIVATE_PAGE,
  })
}

export async function lostSentPage(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  return await pourPage(context, {
    title: translator(locale)('repairs.lost.sent.title'),
    view: <LostSent locale={locale} hotline={config.hotline} />,
    path: '/repairs/lost/',
    headers: PRIVATE_PAGE,
  })
}
