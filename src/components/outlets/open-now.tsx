import { fullDate } from '#i18n/format.ts'
import { messages } from '#i18n/messages.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { translator } from '#i18n/translate.ts'
import type { OpenStateData } from '../../elements/open-state-data.ts'
import { isShutOn, type OutletView, takesWalkIns } from './outlet-view.ts'

/** The texts the visitor's browser may need: it has no catalogue. */
const KEYS = [
  'outlets.open_until',
  'outlets.open_break',
  'outlets.open_round_the_clock',
  'outlets.closed_opens',
  'outlets.closed_now',
  'outlets.unknown.no_hours',
  'outlets.unknown.holiday_not_confirmed',
  'outlets.unknown.beyond_horizon',
  'outlets.last_intake',
  'outlets.intake_over',
  'outlets.intake_over_session',
  'outlets.tomorrow',
  'outlets.on_date',
  'outlet_page.clock',
  'outlet_page.clock_there',
  'outlet_page.back_on',
  'outlet_page.back_unknown',
] as const satisfies readonly MessageKey[]

/** `<` would let a text close the script element. */
export const asDataBlock = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c')

/** What stands there until the visitor's browser speaks, and for good without JavaScript. */
function StandIn({ view }: { readonly view: OutletView }) {
  const { locale, outlet, madeOn } = view
  const t = translator(locale)
  const until = outlet.suspension?.until
  if (isShutOn(view, madeOn)) {
    return (
      <p>
        {until
          ? t('outlet_page.back_on', { date: fullDate(locale, until) })
          : t('outlet_page.back_unknown')}
      </p>
    )
  }
  return <p>{t(outlet.hours ? 'outlet_page.hours_below' : 'outlets.unknown.no_hours')}</p>
}

/** Open or closed, said by the visitor's clock; without JavaScript the table speaks alone. */
export function OpenNow({ view }: { readonly view: OutletView }) {
  const { locale, outlet, standing, madeOn } = view
  if (standing === 'closed' || standing === 'disqualified') return null
  if (!outlet.hours && standing === 'serving') {
    return (
      <open-state data-state="unknown">
        <StandIn view={view} />
      </open-state>
    )
  }
  const data: OpenStateData = {
    locale,
    zone: outlet.hours?.zone ?? outlet.zone,
    hours: outlet.hours,
    suspended:
      standing === 'suspended'
        ? [outlet.suspension?.from ?? null, outlet.suspension?.until ?? null]
        : null,
    takesWalkIns: takesWalkIns(view),
    texts: Object.fromEntries(KEYS.map((key) => [key, messages[locale][key]])),
  }
  return (
    <open-state data-state={isShutOn(view, madeOn) ? 'suspended' : undefined}>
      <StandIn view={view} />
      <script
        type="application/json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block, `<` escaped.
        dangerouslySetInnerHTML={{ __html: asDataBlock(data) }}
      />
    </open-state>
  )
}
