import type { Context } from 'hono'
import type { Pledge } from '#domain/standards/pledge.ts'
import { keyIn } from '#functions/desk-network/form-query.ts'
import { type Back, statusOf } from '#functions/desk-network/staff-pages.tsx'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { translator } from '#i18n/translate.ts'
import type { PledgeTask } from './edit-pledge.ts'
import type { PledgeChoices } from './pledge-choices.ts'
import type { PledgesAtPlace } from './show-standards.ts'
import { PledgesView } from './views/pledges-view.tsx'

type Shown = {
  readonly place: PledgesAtPlace | null
  readonly pledges: readonly Pledge[]
  readonly choices: PledgeChoices
  readonly back: Back
  readonly why: Pick<PledgeTask, 'parts' | 'minimum'> | null
}

export async function pledgesPage(
  c: Context<AppEnv>,
  { place, pledges, choices, back, why }: Shown,
): Promise<Response> {
  const { locale, config, now } = c.var.context
  const t = translator(locale)
  const view = (
    <PledgesView
      {...{ t, locale, now, place, pledges, choices, why, ...back, zone: networkZone(config) }}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t('desk.standards.pledges.title')
  return await deskPage(c, { title, view, status: statusOf(back) })
}
