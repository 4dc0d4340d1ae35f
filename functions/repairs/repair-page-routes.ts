import type { Context } from 'hono'
import { readPhone } from '#domain/identifiers/phone.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { VoiceKind } from '#domain/messages/voice-templates.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import {
  type Allowance,
  type Audience,
  type DeclaredRoute,
  pageRoute,
} from '#functions/http/route.ts'
import { setTicket, ticketOf } from '#functions/http/ticket-cookie.ts'
import { setVoice } from '#functions/http/voice-cookie.ts'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { goneLinkPage, linkDoorPage, lookUpPage, lostPage, lostSentPage } from './look-up-pages.tsx'
import { lookUpRepair } from './look-up-repair.ts'
import { openLink } from './open-link.ts'
import { recoverCode } from './recover-code.ts'
import { confirmPage, statusPage, toLookUp } from './status-pages.tsx'
import { takeStep } from './step-routes.ts'
import { formFields } from './views/form-fields.ts'
import { CONFIRMED_STEPS, CUSTOMER_STEPS } from './views/status-forms.tsx'

type Page = Context<AppEnv>

const toStatus = (c: Page): Response =>
  c.redirect(localePath(c.var.context.locale, '/repairs/status/'), 303)

/** Four digits from what was typed; whoever types the whole number means its end. */
const lastFour = (text: string): string | null => {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{4,15}$/.test(digits) ? digits.slice(-4) : null
}

async function lookUp(c: Page): Promise<Response> {
  const { context } = c.var
  const field = await formFields(c)
  const [typed, digits] = [field('code'), field('phoneLast4')]
  const code = readTicketCode(typed)
  const last4 = lastFour(digits)
  if (code === null || last4 === null) {
    return await lookUpPage(c, {
      typed,
      fault: {
        kind: 'fields',
        code: code !== null ? null : typed ? 'mistyped' : 'empty',
        digits: last4 !== null ? null : digits ? 'not_four' : 'empty',
      },
    })
  }
  const { rows, answer } = await lookUpRepair(context, { code, last4 })
  const judged = answer(await writeRows(rows[0].database, rows))
  if (judged.kind !== 'found') return await lookUpPage(c, { typed, fault: judged })
  await setTicket(c, { code, via: 'lookup', askVersion: null })
  return toStatus(c)
}

const VOICE_PAGES = {
  feedback: '/feedback/status/',
  complaint: '/feedback/complaint/',
  survey: '/survey/',
} as const satisfies Record<VoiceKind, string>

async function open(c: Page): Promise<Response> {
  const { context } = c.var
  const link = await openLink(context, c.req.param('token') ?? '')
  if (link.kind === 'gone') return await goneLinkPage(c)
  if (link.kind === 'voice') {
    const { kind, id } = link.voice
    await setVoice(c, { subject: `${kind}/${id}`, via: 'link' })
    return c.redirect(localePath(context.locale, VOICE_PAGES[kind]), 303)
  }
  await setTicket(c, { code: link.code, via: 'link', askVersion: link.askVersion })
  return toStatus(c)
}

async function recover(c: Page): Promise<Response> {
  const { context } = c.var
  const { config } = context
  const phone = (await formFields(c))('phone')
  if (!phone) return await lostPage(c, 'empty')
  if (!readPhone(phone, config.countries[0]).ok) return await lostPage(c, 'not_a_number')
  await writeRows(context.hub, await recoverCode(context, phone))
  return await lostSentPage(c)
}

type Held = Parameters<typeof statusPage>[1]

/** Only with a ticket; without one, to the form. */
const withTicket =
  (handler: (c: Page, ticket: Held) => Promise<Response>) =>
  async (c: Page): Promise<Response> => {
    const ticket = await ticketOf(c)
    return ticket ? await handler(c, ticket) : toLookUp(c)
  }

type Reads = {
  readonly handler: (c: Page) => Promise<Response>
  readonly audience?: Audience
  readonly allowance?: Allowance
}

const get = (path: string, { audience = 'public', ...reads }: Reads) =>
  LOCALES.map((locale) =>
    pageRoute({ audience, method: 'get', path: localePath(locale, path), ...reads }),
  )

type Posts = Reads & { readonly allowance: Allowance }

const post = (path: string, { handler, audience = 'public', allowance }: Posts) =>
  LOCALES.map((locale) =>
    pageRoute({
      audience,
      allowance,
      method: 'post',
      path: localePath(locale, path),
      middleware: [formPosts],
      handler,
    }),
  )

/** The address without its last stroke leads to the one with it. */
const slashed = (path: string) =>
  LOCALES.map((locale) =>
    pageRoute({
      audience: 'public',
      method: 'get',
      path: localePath(locale, path),
      handler: (c) => c.redirect(localePath(locale, `${path}/`), 308),
    }),
  )

export const repairPageRoutes: readonly DeclaredRoute[] = [
  ...['/repairs', '/repairs/status', '/repairs/lost'].flatMap(slashed),
  ...get('/repairs/', { handler: (c) => lookUpPage(c, { typed: '', fault: null }) }),
  ...post('/repairs/', { handler: lookUp, allowance: 'lookups' }),
  ...get('/repairs/lost/', { handler: (c) => lostPage(c, null) }),
  ...post('/repairs/lost/', { handler: recover, allowance: 'lookups' }),
  ...get('/t/{token}', { handler: linkDoorPage }),
  ...post('/t/{token}', { handler: open, allowance: 'lookups' }),
  ...get('/repairs/status/', {
    audience: 'ticket',
    allowance: 'lookups',
    handler: withTicket((c, ticket) => statusPage(c, ticket)),
  }),
  ...CONFIRMED_STEPS.flatMap((step) =>
    get(`/repairs/confirm/${step}/`, {
      audience: 'ticket',
      allowance: 'lookups',
      handler: withTicket((c, ticket) => confirmPage(c, ticket, step)),
    }),
  ),
  ...CUSTOMER_STEPS.flatMap((step) =>
    post(`/repairs/actions/${step}`, {
      audience: 'ticket',
      allowance: 'writes',
      handler: withTicket((c, ticket) => takeStep(c, ticket, step)),
    }),
  ),
]
