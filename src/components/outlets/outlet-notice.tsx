import { fullDate } from '#i18n/format.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { NearbyList } from './nearby-list.tsx'
import type { OutletView } from './outlet-view.ts'

const ALTERNATIVES = 3

type Notice = { readonly title: string; readonly lines: readonly string[] }

/** Says the dates, not "now": the page may be older than today. */
function suspensionTitle({ locale, outlet }: OutletView, t: Translate): string {
  const from = outlet.suspension?.from ? fullDate(locale, outlet.suspension.from) : null
  const until = outlet.suspension?.until ? fullDate(locale, outlet.suspension.until) : null
  if (from && until) return t('outlet_page.suspended.from_until', { from, until })
  if (from) return t('outlet_page.suspended.from', { from })
  if (until) return t('outlet_page.suspended.until', { until })
  return t('outlet_page.suspended.open_ended')
}

function suspensionNotice(view: OutletView, t: Translate): Notice {
  const reason = view.outlet.suspension?.reason?.[view.locale]
  const because = reason ? [t('outlet_page.suspended.reason', { reason })] : []
  return {
    title: suspensionTitle(view, t),
    lines: [...because, t('outlet_page.suspended.instead')],
  }
}

function disqualificationNotice({ locale, outlet }: OutletView, t: Translate): Notice {
  const since = outlet.qualificationSince
  const line = since
    ? t('outlet_page.disqualified.since', { date: fullDate(locale, since) })
    : t('outlet_page.disqualified.text')
  return { title: t('outlet_page.disqualified.title'), lines: [line] }
}

function closingNotice({ locale, outlet, madeOn }: OutletView, t: Translate): Notice {
  const date = fullDate(locale, outlet.closedOn ?? madeOn)
  return { title: t('outlet_page.closed.title'), lines: [t('outlet_page.closed.text', { date })] }
}

/** Why nobody should go there, and where to go instead. */
export function OutletNotice({ view }: { readonly view: OutletView }) {
  const { locale, standing, nearby } = view
  if (standing === 'serving') return null
  const notices = {
    suspended: suspensionNotice,
    disqualified: disqualificationNotice,
    closed: closingNotice,
  }
  const { title, lines } = notices[standing](view, translator(locale))
  return (
    <section className="notice" data-standing={standing} aria-labelledby="notice">
      <h2 id="notice">{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <NearbyList locale={locale} outlets={nearby.slice(0, ALTERNATIVES)} />
    </section>
  )
}
