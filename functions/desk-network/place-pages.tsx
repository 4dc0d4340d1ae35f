import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { translator } from '#i18n/translate.ts'
import type { PlaceKind, PlaceList, PlaceRow, RegionRow } from './edit-places.ts'
import { keyIn } from './form-query.ts'
import { type Back, statusOf } from './staff-pages.tsx'
import { PlacesView } from './views/places-view.tsx'

type Shown = PlaceList<PlaceRow> & {
  readonly kind: PlaceKind
  readonly region: RegionRow | null
  readonly back: Back
}

export async function placesPage(
  c: Context<AppEnv>,
  { kind, rows, region, next, back }: Shown,
): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const query = new URLSearchParams({
    ...(region && { in: region.id }),
    ...(next && { after: next }),
  })
  const view = (
    <PlacesView
      {...{ t, locale, kind, rows, region, ...back }}
      next={next && `/desk/${kind}s/?${query}`}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t(`desk.network.${kind}s.title`)
  return await deskPage(c, { title, view, status: statusOf(back) })
}
