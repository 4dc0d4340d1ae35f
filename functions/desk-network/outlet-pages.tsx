import type { Context } from 'hono'
import { readHours } from '#domain/desk/network-hours-text.ts'
import { detailsOf, type OutletDetails } from '#domain/desk/network-outlet.ts'
import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import {
  holdsAnywhere,
  holdsEverywhere,
  opensRoute,
  type Permission,
  whyNotPermitted,
} from '#domain/staff/permissions.ts'
import type { Place } from '#domain/staff/staff.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import type { AbsentDay } from '#functions/outlets/absence-days.ts'
import type { DeskOutletPage } from '#functions/outlets/edit-list.ts'
import type { LeftBehind } from '#functions/outlets/edit-operation.ts'
import type { EditableOutlet, Edited } from '#functions/outlets/edit-outlet.ts'
import { translator } from '#i18n/translate.ts'
import { weekdayNames } from '#i18n/weekday-names.ts'
import { keyIn } from './form-query.ts'
import { formOfPlan } from './hours-form-query.ts'
import { formOfDetails } from './outlet-form-query.ts'
import { type Back, NOTHING_TYPED, statusOf } from './staff-pages.tsx'
import { detailDifferences, hoursDifferences } from './views/detail-text.ts'
import { HoursView } from './views/hours-view.tsx'
import { NewOutletView } from './views/new-outlet-view.tsx'
import { OperationView } from './views/operation-view.tsx'
import { OutletEditView, PreviewView } from './views/outlet-edit-view.tsx'
import { OutletListView } from './views/outlet-list-view.tsx'
import { OutletView } from './views/outlet-view.tsx'

type Page = Context<AppEnv>

export const todayAt = (c: Page, { outlet }: EditableOutlet): string =>
  wallTimeIn(outlet.zone, c.var.context.now).date

const nameIn = (c: Page, { outlet }: EditableOutlet): string => outlet.name[c.var.context.locale]

export async function outletListPage(
  c: Page,
  { outlets, next, q }: DeskOutletPage & { readonly q: string },
): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const query = new URLSearchParams({ ...(q && { q }), ...(next && { after: next }) })
  const staff = staffIn(c)
  const mayRegister = holdsAnywhere(staff, 'outlet.edit')
  const links = (['partner', 'region'] as const).filter((kind) => opensRoute(staff, `${kind}.edit`))
  const view = (
    <OutletListView
      {...{ t, locale, outlets, q, mayRegister, links }}
      next={next && `/desk/outlets/?${query}`}
    />
  )
  return await deskPage(c, { title: t('desk.network.outlets.title'), view })
}

type Shown = {
  readonly found: EditableOutlet
  readonly place: Place
  readonly absences: readonly AbsentDay[]
}

export async function outletPage(c: Page, shown: Shown, back: Back = NOTHING_TYPED) {
  const { locale } = c.var.context
  const t = translator(locale)
  const { found, place, absences } = shown
  const may = (permission: Permission) => whyNotPermitted(staffIn(c), permission, [place]) === null
  const view = (
    <OutletView
      {...{ t, locale, found, absences, ...back }}
      today={todayAt(c, found)}
      commandId={crypto.randomUUID()}
      may={{
        ...{ edit: may('outlet.edit'), hours: may('outlet.hours'), close: may('outlet.close') },
        confirm: holdsEverywhere(staffIn(c), 'outlet.confirm'),
      }}
    />
  )
  return await deskPage(c, { title: found.outlet.code, view, status: statusOf(back) })
}

/** The form as it stands, or as it was typed. */
export async function outletEditPage(c: Page, found: EditableOutlet, back: Back = NOTHING_TYPED) {
  const t = translator(c.var.context.locale)
  const { outlet, version } = found
  const isFresh = back.typed.entries.length === 0
  const typed = isFresh ? formOfDetails(detailsOf(found)) : back.typed
  const view = (
    <OutletEditView
      {...{ t, code: outlet.code, name: nameIn(c, found), version, ...back, typed }}
      commandId={crypto.randomUUID()}
    />
  )
  const title = t('desk.network.edit.title', { outlet: outlet.code })
  return await deskPage(c, { title, view, status: statusOf(back) })
}

export async function detailsPreviewPage(
  c: Page,
  { found, details, back }: { found: EditableOutlet; details: OutletDetails; back: Back },
): Promise<Response> {
  const t = translator(c.var.context.locale)
  const { outlet, version } = found
  const differences = detailDifferences(t, detailsOf(found), details)
  const view = (
    <PreviewView
      {...{ t, code: outlet.code, name: nameIn(c, found), version, differences, ...back }}
      commandId={crypto.randomUUID()}
      action={`/desk/outlets/${outlet.code}/edit/`}
      note={null}
    />
  )
  const title = t('desk.network.preview.title', { outlet: outlet.code })
  return await deskPage(c, { title, view, status: statusOf(back) })
}

/** Where somebody wrote the hours by hand, the form begins with the week they come to. */
function standingPlan({ outlet: { hours, hoursText } }: EditableOutlet, today: string) {
  const plan = hoursText === null ? null : readHours(hoursText, hours)
  const isByHand = hoursText !== null && plan === null
  const week = hours && { week: hours.week, holidays: null, special: {} }
  return {
    typed: formOfPlan(isByHand ? week : plan, today),
    byHand: isByHand ? hoursText : null,
  }
}

export async function hoursPage(c: Page, found: EditableOutlet, back: Back = NOTHING_TYPED) {
  const { locale } = c.var.context
  const t = translator(locale)
  const { outlet, version } = found
  const standing = standingPlan(found, todayAt(c, found))
  const isFresh = back.typed.entries.length === 0
  const view = (
    <HoursView
      {...{ t, code: outlet.code, name: nameIn(c, found), version, ...back }}
      typed={isFresh ? standing.typed : back.typed}
      byHand={standing.byHand}
      weekdays={weekdayNames(locale)}
      commandId={crypto.randomUUID()}
    />
  )
  const title = t('desk.network.hours.title', { outlet: outlet.code })
  return await deskPage(c, { title, view, status: statusOf(back) })
}

export async function hoursPreviewPage(
  c: Page,
  { found, edited, back }: { found: EditableOutlet; edited: Edited; back: Back },
): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const { outlet, version } = found
  const today = todayAt(c, found)
  const differences = hoursDifferences({ t, locale }, outlet.hours, edited.outlet.hours, today)
  const view = (
    <PreviewView
      {...{ t, code: outlet.code, name: nameIn(c, found), version, differences, ...back }}
      commandId={crypto.randomUUID()}
      action={`/desk/outlets/${outlet.code}/hours/`}
      note={
        differences.length === 0
          ? t('desk.network.hours.same')
          : t('desk.network.hours.written', { text: edited.outlet.hoursText ?? '–' })
      }
    />
  )
  const title = t('desk.network.preview.title', { outlet: outlet.code })
  return await deskPage(c, { title, view, status: statusOf(back) })
}

type Asking = {
  readonly found: EditableOutlet
  readonly action: OutletAction
  readonly left: LeftBehind
  readonly back: Back
}

export async function operationPage(c: Page, { found, action, left, back }: Asking) {
  const { locale } = c.var.context
  const t = translator(locale)
  const commandId = crypto.randomUUID()
  const view = (
    <OperationView {...{ t, locale, found, action, left, commandId }} typed={back.typed} />
  )
  return await deskPage(c, { title: found.outlet.code, view })
}

export async function newOutletPage(c: Page, back: Back = NOTHING_TYPED): Promise<Response> {
  const { locale, config } = c.var.context
  const t = translator(locale)
  const usualZone = config.countries[0] === 'CN' ? 'Asia/Shanghai' : ''
  const commandId = keyAgain(keyIn(back.typed), back.refusal)
  const view = <NewOutletView {...{ t, commandId, usualZone, ...back }} />
  return await deskPage(c, { title: t('desk.network.outlets.new'), view, status: statusOf(back) })
}
