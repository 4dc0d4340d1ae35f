import type { LineStop } from '#components/repairs/repair-line.tsx'
import { repairLine, type Station } from '#domain/repairs/repair-line.ts'
import { formatDate } from '#i18n/format.ts'
import { translator } from '#i18n/translate.ts'
import { at, type StatusPage } from './status-page.ts'
import { timeText } from './when.ts'

/** When a station was reached; ahead of it, when it is due, where somebody said so. */
function stopTime(page: StatusPage, { key, state, at: reached }: Station): string {
  const { locale, repair, booking, home } = page
  const t = translator(locale)
  if (key === 'requested' && state === 'now') {
    const visit = booking?.startsAt ?? repair.visitAt
    return visit === null ? '' : timeText(locale, home.zone, visit)
  }
  if (key === 'awaiting_parts' && state === 'now' && repair.partExpectedOn) {
    return t('repairs.line.due', { time: formatDate(locale, repair.partExpectedOn) })
  }
  if (reached !== null) return at(page, reached)
  const isPromised = key === 'repaired' && repair.promise !== null
  return isPromised && repair.promise
    ? t('repairs.line.promised', { time: at(page, repair.promise.currentAt) })
    : ''
}

function stopName({ locale, repair }: StatusPage, { key }: Station): string {
  const t = translator(locale)
  const isAccepted = key === 'requested' && repair.wayIn === 'mail_in'
  return t(isAccepted ? 'repairs.station.accepted' : `repairs.station.${key}`)
}

/** The stations of a repair, in words. */
export function lineStops(page: StatusPage): readonly LineStop[] {
  return repairLine(page.repair, page.events).map((station) => ({
    key: station.key,
    name: stopName(page, station),
    time: stopTime(page, station),
    state: station.state,
    branch: station.branch,
  }))
}
