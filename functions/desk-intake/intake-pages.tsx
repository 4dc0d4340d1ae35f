import type { Context } from 'hono'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { faultsOfModel } from '#domain/repairs/catalogue.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import type { IntakeFaults } from './intake-query.ts'
import type { IntakeCase } from './load-intake.ts'
import type { IntakeProposal } from './propose-intake.ts'
import { proposeFor } from './sent-form.ts'
import type { DeviceHistory } from './show-history.ts'
import { type Typed, textOf } from './typed.ts'
import { EntryView } from './views/entry-view.tsx'
import { HistoryPart, seenMark } from './views/history-part.tsx'
import { coverageText, priceText, promiseText } from './views/intake-texts.ts'
import { type IntakeNotice, IntakeView } from './views/intake-view.tsx'

type Page = Context<AppEnv>

/** Where an intake begins. */
export async function entryPage(
  c: Page,
  { outlet, isUnreadable = false }: { outlet: Outlet | null; isUnreadable?: boolean },
): Promise<Response> {
  const { locale } = c.var.context
  const own = ownOutlets(staffIn(c))
  const view = <EntryView {...{ locale, outlet, own, isUnreadable }} />
  const title = translator(locale)('desk.intake.title')
  return await deskPage(c, { title, view, status: isUnreadable ? 422 : 200 })
}

type Form = {
  readonly found: IntakeCase
  readonly typed: Typed
  readonly faults?: IntakeFaults
  readonly notice?: IntakeNotice | null
  readonly history?: DeviceHistory | null
  readonly status?: number
  /** Why what was typed wasn't taken; null = it wasn't tried. */
  readonly refusal?: string | null
}

/** Fields in the order they are filled in; the first empty one gets the focus. */
const FIELDS = ['imei', 'fault', 'condition', 'name', 'phone'] as const

function focusOf(typed: Typed, faults: IntakeFaults): string {
  const [wrong] = Object.keys(faults)
  if (wrong) return wrong
  const isEmpty = (name: (typeof FIELDS)[number]): boolean =>
    name === 'condition' ? typed.lists.condition.length === 0 : textOf(typed, name) === ''
  const isNamed = textOf(typed, 'serial') !== ''
  return FIELDS.filter((name) => name !== 'imei' || !isNamed).find(isEmpty) ?? 'promised'
}

/** The form that takes a phone in, with what was typed and what is proposed. */
export async function formPage(
  c: Page,
  { found, typed, faults = {}, notice = null, history = null, status = 200, refusal = null }: Form,
): Promise<Response> {
  const { context } = c.var
  const { locale, config, now } = context
  const proposal = await proposeFor(context, found, typed)
  const page = {
    ...{ locale, config, now, found, typed, faults, notice, history, proposal },
    commandId: keyAgain(textOf(typed, 'commandId') || null, refusal),
    focus: focusOf(typed, faults),
  }
  const title = translator(locale)('desk.intake.title')
  return await deskPage(c, { title, view: <IntakeView page={page} />, status })
}

type Told = {
  readonly found: IntakeCase
  readonly typed: Typed
  readonly proposal: IntakeProposal
  readonly history: DeviceHistory | null
}

/** What the form's script asks for while it is filled in: nothing of it names a person. */
export function toldPage(c: Page, { found, typed, proposal, history }: Told): Response {
  const { locale, config } = c.var.context
  const asked = { model: textOf(typed, 'model'), fault: textOf(typed, 'fault') }
  return c.json(
    {
      model: asked.model,
      faults: faultsOfModel(config.catalogue, asked.model),
      isOneHour: proposal.isOneHour,
      promise: promiseText(locale, found.outlet, proposal),
      coverage: coverageText(locale, proposal.coverage),
      price: priceText(locale, asked, config),
      seen: history ? seenMark(history) : '',
      history: history ? String(<HistoryPart locale={locale} history={history} />) : '',
    },
    200,
    { 'Cache-Control': 'no-store' },
  )
}
