import { publicSentence } from '#domain/repairs/public-status.ts'
import { fillIn } from '#i18n/fill-in.ts'
import { formatDate } from '#i18n/format.ts'
import { messages } from '#i18n/messages.ts'
import { at, type StatusPage } from './status-page.ts'
import { timeText } from './when.ts'

/** A visit that nobody came to: its time is no appointment any more. */
export const isMissed = ({ booking, repair }: StatusPage): boolean =>
  repair.status === 'requested' && (booking?.status === 'no_show' || booking?.status === 'left')

/** The one sentence that says where the repair stands, with times by the outlet's clock. */
export function sentenceOf(page: StatusPage): string {
  const { locale, repair, booking, outlet, home } = page
  const { key, time, date, outlet: next } = publicSentence(repair, booking?.startsAt ?? null)
  const place = next === home.code ? home : outlet
  const isVisit = repair.status === 'requested'
  const said = isMissed(page) ? 'visit_missed' : key
  const text = fillIn(messages[locale][`repairs.status.${said}`], {
    time: time === null ? '' : isVisit ? timeText(locale, home.zone, time) : at(page, time),
    date: date === null ? '' : formatDate(locale, date),
    outlet: place.name[locale],
  })
  // A closing bracket brings its own space along.
  return text.replaceAll('\uff09 ', '\uff09')
}
