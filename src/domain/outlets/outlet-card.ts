import type { LocalText, Outlet, OutletKind, OutletPhone } from './outlet.ts'

/** What a list shows of an outlet, in one language; distance and hours come from the index. */
export type OutletCard = {
  readonly code: string
  readonly name: string
  readonly kind: OutletKind
  readonly address: string
  /** Floor, shop and metro exit in one line; '' when nobody told us. */
  readonly door: string
  readonly phones: readonly OutletPhone[]
  /** Done at this counter within the hour. */
  readonly oneHour: boolean
}

type Language = keyof LocalText

const inLanguage = (text: LocalText | null, locale: Language): string[] =>
  text ? [text[locale]] : []

/** An outlet as a card: `outletCard(outlet, 'zh-CN').door` is `'B1层 · 102铺 · 2号线A口'`. */
export const outletCard = (outlet: Outlet, locale: Language): OutletCard => ({
  code: outlet.code,
  name: outlet.name[locale],
  kind: outlet.kind,
  address: outlet.address[locale],
  door: [outlet.door.floor, outlet.door.shop, outlet.door.metroExit]
    .flatMap((text) => inLanguage(text, locale))
    .join(' · '),
  phones: outlet.phones,
  oneHour: outlet.services.one_hour === 'done',
})
