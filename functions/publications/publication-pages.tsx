import type { Context } from 'hono'
import { signsOff } from '#domain/publications/who-signs.ts'
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
import type { DeskPublications, ShownPublication } from './show-publications.ts'
import { ListView } from './views/list-view.tsx'
import { OneView, type Zeros } from './views/one-view.tsx'

type Page = Context<AppEnv>

export async function listPage(c: Page, found: DeskPublications, back: Back): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const view = (
    <ListView
      {...{ t, locale, ...found, ...back }}
      mayMake={opensRoute(staffIn(c), 'publication.make')}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t('desk.publications.title')
  return await deskPage(c, { title, view, status: statusOf(back) })
}

export async function onePage(
  c: Page,
  found: ShownPublication & { readonly zeros: Zeros },
  back: Back,
): Promise<Response> {
  const { locale, config, hub } = c.var.context
  const t = translator(locale)
  const staff = staffIn(c)
  const { number, frozenBy, signedBy } = found.publication
  const people = [frozenBy, signedBy].flatMap((id) => id ?? [])
  const view = (
    <OneView
      {...{ t, locale, zone: networkZone(config), ...found, ...back }}
      mayMake={opensRoute(staff, 'publication.make')}
      names={await staffNamesOf(hub, people)}
      signers={config.publications.signOff}
      maySign={
        signsOff(staff, config.publications.signOff) && found.publication.frozenBy !== staff.id
      }
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t('desk.publications.number', { number })
  return await deskPage(c, { title, view, status: statusOf(back) })
}
