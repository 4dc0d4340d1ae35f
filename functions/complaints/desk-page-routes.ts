import type { Context } from 'hono'
import { isStaffComplaintStep } from '#domain/complaints/complaint-fields.ts'
import { localInput } from '#domain/desk/repair-times.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { holdsAnywhere, opensRoute } from '#domain/staff/permissions.ts'
import { writeRows } from '#functions/db/commit.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { keyAgain } from '#functions/http/form-key.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { cursorTo, pageFrom } from '#functions/http/list-cursor.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { photoLinks } from '#functions/repairs/photo-link.ts'
import { translator } from '#i18n/translate.ts'
import { answerComplaintPage, answerListPage, answerNewPage } from './complaint-pages.tsx'
import { confirmRegistered } from './confirm-registered.ts'
import { enterComplaint } from './enter-complaint.ts'
import { type Faults, type Typed, typedIn } from './form-query.ts'
import { listComplaints } from './list-complaints.ts'
import { readNewComplaint } from './new-complaint-query.ts'
import { showComplaint } from './show-complaint.ts'
import { addressOf, type ComplaintPage, type TriedStep } from './views/complaint-page.ts'
import type { NewPage } from './views/new-view.tsx'

type Page = Context<AppEnv>

/** The complaint that an address names; null = no code. */
export const codeIn = (c: Page): string | null => readTicketCode(c.req.param('code') ?? '')

const doneIn = (text: string | undefined): ComplaintPage['done'] =>
  text !== undefined && (text === 'register' || isStaffComplaintStep(text)) ? text : null

type Shown = { readonly tried?: TriedStep; readonly done?: ComplaintPage['done'] }

/** The page of a complaint, with what became of what was just tried; who opened it is put on record. */
export async function showComplaintPage(
  c: Page,
  code: string,
  { tried, done }: Shown = {},
): Promise<Response> {
  const { context } = c.var
  const shown = await showComplaint({ ...context, staff: staffIn(c) }, code)
  if ('refusal' in shown) {
    const isThere = shown.refusal !== 'unknown_complaint'
    return await answerProblem(c, isThere ? shown.refusal : 'not_found')
  }
  await writeRows(shown.database, [shown.access])
  const { locale, now, config, requestId } = context
  return await answerComplaintPage(c, {
    ...{ shown, locale, now, config, t: translator(locale) },
    ...{ commandId: requestId, tried: tried ?? null, done: done ?? null },
    photoLinks: await photoLinks(
      context,
      shown.photos.map(({ id }) => id),
    ),
  })
}

/** The list that cursors of complaints are sealed for. */
export const COMPLAINTS = 'complaints'

const see = { audience: 'staff', permission: 'complaint.see', method: 'get' } as const

const list = pageRoute({
  ...see,
  path: '/desk/complaints/',
  handler: async (c) => {
    const { context } = c.var
    const staff = staffIn(c)
    const { mine, level = '', status = '' } = c.req.query()
    const filter = { mine: mine === '1', level, status }
    const after = await pageFrom(c, COMPLAINTS)
    const page = await listComplaints({ ...context, staff }, { ...filter, after })
    const { locale, now } = context
    return await answerListPage(c, {
      ...{ ...page, filter, locale, now, t: translator(locale) },
      next: await cursorTo(c, COMPLAINTS, page.next),
      mayRegister: holdsAnywhere(staff, 'complaint.register'),
      mayExport: opensRoute(staff, 'complaint.export'),
    })
  },
})

const one = pageRoute({
  ...see,
  path: '/desk/complaints/{code}/',
  handler: async (c) => {
    const code = codeIn(c)
    if (!code) return await answerProblem(c, 'not_found')
    return await showComplaintPage(c, code, { done: doneIn(c.req.query('done')) })
  },
})

/** The address without its last stroke leads to the one with it. */
const slashed = pageRoute({
  ...see,
  path: '/desk/complaints/{code}',
  handler: (c) => {
    const code = codeIn(c)
    return code ? c.redirect(addressOf(code), 308) : answerProblem(c, 'not_found')
  },
})

const NEW = '/desk/complaints/new/'
const NO_FAULTS: Faults = new Map()
const REFUSALS = ['unknown_outlet', 'unknown_repair', 'key_reused'] as const

/** Which field names what isn't there. */
const faultOf = (refusal: (typeof REFUSALS)[number]): Faults => {
  if (refusal === 'key_reused') return NO_FAULTS
  return new Map([[refusal === 'unknown_outlet' ? 'outletCode' : 'repairCode', 'invalid']])
}

type Tried = {
  readonly typed: Typed
  readonly faults?: Faults
  readonly refusal?: NewPage['refusal']
  readonly registered?: NewPage['registered']
}

async function newPage(c: Page, tried: Tried) {
  const { typed, faults = NO_FAULTS, refusal = null, registered = null } = tried
  const { locale } = c.var.context
  const commandId = keyAgain(typed['commandId'] ?? null, refusal)
  const t = translator(locale)
  return await answerNewPage(c, { t, locale, typed, faults, refusal, registered, commandId })
}

/** What the address says was just registered, for whoever may register it and not see it. */
async function registeredIn(c: Page): Promise<NewPage['registered']> {
  const code = readTicketCode(c.req.query('registered') ?? '')
  return code ? await confirmRegistered({ ...c.var.context, staff: staffIn(c) }, code) : null
}

const empty = pageRoute({
  audience: 'staff',
  permission: 'complaint.register',
  method: 'get',
  path: NEW,
  handler: async (c) => {
    const { now, config, locale } = c.var.context
    const { repair = '', outlet = '' } = c.req.query()
    const receivedAt = localInput(now, networkZone(config))
    const typed = { receivedAt, locale, repairCode: repair, outletCode: outlet, isFormal: 'true' }
    return await newPage(c, { typed, registered: await registeredIn(c) })
  },
})

const register = pageRoute({
  audience: 'staff',
  permission: 'complaint.register',
  allowance: 'writes',
  method: 'post',
  path: NEW,
  middleware: [formPosts],
  handler: async (c) => {
    const { context } = c.var
    const typed = typedIn(await c.req.formData().catch(() => new FormData()))
    const { config } = context
    const place = { zone: networkZone(config), country: config.countries[0] }
    const read = readNewComplaint(typed, place)
    if ('faults' in read) return await newPage(c, { typed, faults: read.faults })
    const staff = staffIn(c)
    const key = typed['commandId']?.slice(0, 100) || null
    const outcome = await carryStep(() =>
      enterComplaint({ ...context, staff }, { ...read.entered, key }),
    )
    if (outcome.kind === 'done') {
      const { code } = outcome.answer
      // Whoever registers at a counter doesn't follow what the team does with it.
      const isSeen = holdsAnywhere(staff, 'complaint.see')
      const next = isSeen ? `${addressOf(code)}?done=register` : `${NEW}?registered=${code}`
      return c.redirect(next, 303)
    }
    const { refusal } = outcome
    if (refusal === 'not_your_role') return await answerProblem(c, refusal)
    const known = REFUSALS.find((name) => name === refusal)
    if (known) return await newPage(c, { typed, refusal: known, faults: faultOf(known) })
    // What is left to refuse is when it reached us, or a regulator's date before that.
    const field = refusal === 'bad_time' ? 'receivedAt' : 'legalDate'
    return await newPage(c, { typed, faults: new Map([[field, 'invalid']]) })
  },
})

export const complaintPageRoutes: readonly DeclaredRoute[] = [list, empty, register, one, slashed]
