import type { Context } from 'hono'
import { opensRoute } from '#domain/staff/permissions.ts'
import { keyIn } from '#functions/desk-network/form-query.ts'
import { type Back, statusOf } from '#functions/desk-network/staff-pages.tsx'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { staffNamesOf } from '#functions/staff/names-of-staff.ts'
import { translator } from '#i18n/translate.ts'
import type { ContestFound, ShownContests } from './show-contests.ts'
import { ContestView } from './views/contest-view.tsx'
import { ContestsView } from './views/contests-view.tsx'

type Page = Context<AppEnv>

export async function contestsPage(c: Page, found: ShownContests, back: Back): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const view = (
    <ContestsView
      {...{ t, locale, ...found, ...back }}
      mayRaise={opensRoute(staffIn(c), 'publication.contest')}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  return await deskPage(c, { title: t('desk.contests.title'), view, status: statusOf(back) })
}

export async function contestPage(c: Page, found: ContestFound, back: Back): Promise<Response> {
  const { locale, config, hub } = c.var.context
  const t = translator(locale)
  const staff = staffIn(c)
  const { raisedBy, decidedBy, approvedBy } = found.contest
  const people = [raisedBy, decidedBy, approvedBy].flatMap((id) => id ?? [])
  const view = (
    <ContestView
      {...{ t, locale, zone: networkZone(config), days: config.publications, ...found, ...back }}
      names={await staffNamesOf(hub, people)}
      mayDecide={opensRoute(staff, 'publication.make') && raisedBy !== staff.id}
      maySign={opensRoute(staff, 'publication.sign')}
      mayApprove={![raisedBy, decidedBy].includes(staff.id)}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  return await deskPage(c, { title: t('desk.contests.one'), view, status: statusOf(back) })
}
