import type { Context } from 'hono'
import { modelOfImei } from '#domain/desk/intake-device.ts'
import { readImei } from '#domain/identifiers/imei.ts'
import { bucketOfTicket, readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { minorUnits } from '#i18n/format-price.ts'
import { findParcel } from './find-parcel.ts'
import { historyOf } from './history-routes.ts'
import { entryPage, formPage } from './intake-pages.tsx'
import { readTyped } from './intake-query.ts'
import { type IntakeFound, type IntakeWish, loadIntake } from './load-intake.ts'
import { NOTHING_TYPED, prefilled, type Typed, textOf } from './typed.ts'

type Page = Context<AppEnv>

const intake = { audience: 'staff', permission: 'intake.take' } as const

const spelled = (value: string | null | undefined): string | null =>
  value ? value.trim().toUpperCase() : null

async function find(c: Page, wish: IntakeWish): Promise<IntakeFound> {
  return await loadIntake({ ...c.var.context, staff: staffIn(c) }, wish)
}

/** What is known fills the form; whoever sees a customer's record is noted. */
async function openForm(c: Page, opened: IntakeFound): Promise<Response> {
  if (opened.kind === 'refused') return await answerProblem(c, opened.refusal)
  const { found } = opened
  const { announced } = found
  const { context } = c.var
  if (!announced) return await formPage(c, { found, typed: beginning(c) })
  const { repair, customer } = announced
  if (opened.kind === 'in_hand') return c.redirect(`/desk/repairs/${repair.code}/`, 303)
  if (customer) {
    const subject = `repair/${repair.code}`
    const database = context.databases.of(bucketOfTicket(repair.code))
    const access = { subject, staffId: staffIn(c).id, act: 'opened' }
    await writeRows(database, [noteAccess(database, access, context)])
  }
  const typed = prefilled(repair, customer, minorUnits(context.config.currency))
  return await formPage(c, { found, typed, history: await historyOf(c, found, typed) })
}

/** A walk-in speaks the language of the outlet's country until somebody says otherwise. */
const beginning = (c: Page): Typed => ({
  ...NOTHING_TYPED,
  text: { locale: c.var.context.config.countries[0] === 'CN' ? 'zh-CN' : 'en' },
})

async function showEntry(c: Page, isUnreadable = false, said?: string | null): Promise<Response> {
  const code = spelled(said ?? c.req.query('outlet')) ?? ownOutlets(staffIn(c))[0] ?? null
  if (code === null) return await entryPage(c, { outlet: null })
  const opened = await find(c, { outlet: code, code: null, ticket: null })
  if (opened.kind === 'refused') return await answerProblem(c, opened.refusal)
  return await entryPage(c, { outlet: opened.found.outlet, isUnreadable })
}

const entry = pageRoute({
  ...intake,
  method: 'get',
  path: '/desk/intake/',
  handler: async (c) => {
    const { code: typedCode, ticket: typedTicket, outlet, new: isNew } = c.req.query()
    const code = typedCode ? readTicketCode(typedCode) : null
    const ticket = typedTicket ? readTicketCode(typedTicket) : null
    if ((typedCode && !code) || (typedTicket && !ticket)) return await showEntry(c, true)
    if (!code && !ticket && !isNew) return await showEntry(c)
    return await openForm(c, await find(c, { outlet: spelled(outlet), code, ticket }))
  },
})

/** A device that nobody announced: its number never stands in an address, so the form is the answer. */
async function beginWith(c: Page, typed: Typed, outlet: string | null): Promise<Response> {
  const opened = await find(c, { outlet, code: null, ticket: null })
  if (opened.kind === 'refused') return await answerProblem(c, opened.refusal)
  const { found } = opened
  const history = await historyOf(c, found, typed)
  return await formPage(c, { found, typed, history })
}

async function codeOfParcel(c: Page, scanned: string): Promise<string | null> {
  const { context } = c.var
  const { code, log } = await findParcel({ ...context, staff: staffIn(c) }, scanned)
  if (log.length > 0) await writeRows(context.hub, log)
  return code
}

const scan = pageRoute({
  ...intake,
  method: 'post',
  path: '/desk/intake/scan',
  allowance: 'writes',
  middleware: [formPosts],
  handler: async (c) => {
    const said = await readTyped(c.req.raw)
    const scanned = textOf(said, 'scan')
    const outlet = spelled(textOf(said, 'outlet'))
    const read = readImei(scanned)
    if (read.ok) {
      const model = modelOfImei(c.var.context.config.catalogue, read.imei)?.id ?? ''
      const begun = beginning(c)
      const typed = { ...begun, text: { ...begun.text, imei: read.imei, model } }
      return await beginWith(c, typed, outlet)
    }
    const code = readTicketCode(scanned) ?? (await codeOfParcel(c, scanned))
    if (code) return c.redirect(`/desk/intake/?code=${code}`, 303)
    return await showEntry(c, true, outlet)
  },
})

export const intakeEntryRoutes: readonly DeclaredRoute[] = [entry, scan]
