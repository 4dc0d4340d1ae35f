import type { NearestHit } from '#domain/outlets/nearest.ts'
import type { OpenState } from '#domain/outlets/open-state.ts'
import type { OutletPhone } from '#domain/outlets/outlet.ts'
import type { OutletCard } from '#domain/outlets/outlet-card.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { lastIntakeText, openStateText } from '#i18n/open-state-text.ts'
import type { Translate } from '#i18n/translate.ts'

/** A card's texts, ready to show; '' where there is nothing to say. */
export type OutletCardView = {
  readonly code: string
  readonly href: string
  readonly name: string
  readonly distance: string
  /** Said above the first outlet of a list that lies beyond reach. */
  readonly beyond: string
  readonly state: OpenState['state']
  readonly stateText: string
  readonly intake: string
  readonly kind: string
  readonly oneHour: string
  readonly address: string
  readonly door: string
  readonly phones: readonly (OutletPhone & { readonly label: string })[]
}

export type CardSetting = {
  readonly locale: Locale
  readonly t: Translate
  /** Now, epoch ms. */
  readonly at: number
  /** Set for the first outlet of a list that lies farther away than this. */
  readonly beyondKm?: number | null
}

/** What a list says of an outlet at an instant, seen from the outlet's own zone. */
export function cardView(
  hit: NearestHit,
  card: OutletCard,
  { locale, t, at, beyondKm }: CardSetting,
): OutletCardView {
  const today = wallTimeIn(hit.entry.zone, at).date
  return {
    code: card.code,
    href: localePath(locale, `/outlets/${card.code.toLowerCase()}/`),
    name: card.name,
    distance: formatDistance(locale, hit.distanceMetres),
    beyond: beyondKm
      ? t('locator.beyond', { distance: formatDistance(locale, beyondKm * 1000) })
      : '',
    state: hit.openState.state,
    stateText: openStateText(locale, t, hit.openState, today),
    intake: lastIntakeText(locale, t, hit.openState, today),
    kind: t(`outlets.kind.${card.kind}`),
    oneHour: card.oneHour ? t('locator.card.one_hour') : '',
    address: card.address,
    door: card.door,
    phones: card.phones.map((phone) => ({
      ...phone,
      label: t('locator.card.call', { phone: phone.display }),
    })),
  }
}

/** The card as a template: one phone to copy, nothing filled in. */
export const BLANK_CARD: OutletCardView = {
  code: '',
  href: '#',
  name: '',
  distance: '',
  beyond: '',
  state: 'unknown',
  stateText: '',
  intake: '',
  kind: '',
  oneHour: '',
  address: '',
  door: '',
  phones: [{ dial: '', display: '', label: '' }],
}
