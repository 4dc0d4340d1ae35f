import { messages } from '#i18n/messages.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { translator } from '#i18n/translate.ts'
import type { OpenStateData } from '../../elements/open-state-data.ts'
import type { OutletView } from './outlet-view.ts'

/** The texts the visitor's browser may need: it has no catalogue. */
const KEYS = [
  'outlets.open_until',
  'outlets.open_round_the_clock',
  'outlets.closed_opens',
  'outlets.closed_now',
  'outlets.unknown.no_hours',
  'outlets.unknown.holiday_not_confirmed',
  'outlets.unknown.beyond_horizon',
  'outlets.last_intake',
  'outlets.intake_over',
  'outlets.tomorrow',
  'outlet_page.clock',
  'outlet_page.clock_there',
  'outlet_page.back_on',
  'outlet_page.back_unknown',
] as const satisfies readonly MessageKey[]

/** `<` would let a text close the script element. */
export const asDataBlock = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c')

/** Open or closed, said by the visitor's clock; without JavaScript the table speaks alone. */
export function OpenNow({ view }: { readonly view: OutletView }) {
  const { locale, outlet, standing } = view
  const t = translator(locale)
  if (standing === 'closed' || standing === 'disqualified') return null
  if (!outlet.hours) {
    return (
      <open-state data-state="unknown">
        <p>{t('outlets.unknown.no_hours')}</p>
      </open-state>
    )
  }
  const data: OpenStateData = {
    locale,
    hours: outlet.hours,
    suspended:
      standing === 'suspended'
        ? [outlet.suspension?.from ?? null, outlet.suspension?.until ?? null]
        : null,
    texts: Object.fromEntries(KEYS.map((key) => [key, messages[locale][key]])),
  }
  return (
    <open-state>
      <p>{t('outlet_page.hours_below')}</p>
      <script
        type="application/json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block, `<` escaped.
        dangerouslySetInnerHTML={{ __html: asDataBlock(data) }}
      />
    </open-state>
  )
}
