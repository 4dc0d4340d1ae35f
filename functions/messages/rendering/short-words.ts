import { LONGEST_OUTLET } from '#domain/messages/templates.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { formatMinutes } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

const monthNames: Record<Locale, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short' }),
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', month: 'numeric' }),
}

/** A local date in as few letters as can be: `3 Oct`, `10月3日`. */
export const shortDate = (locale: Locale, date: string): string =>
  translator(locale)('message_frame.date', {
    day: Number(date.slice(8)),
    month: monthNames[locale].format(Date.parse(date)),
  })

/** An instant by the clock on the wall of a zone: `3 Oct, 18:00`, `10月3日18:00`. */
export function shortTime(locale: Locale, zone: string, at: number): string {
  const { date, minutes } = wallTimeIn(zone, at)
  return translator(locale)('message_frame.time', {
    date: shortDate(locale, date),
    clock: formatMinutes(minutes),
  })
}

const GSM = /^[\w @£$¥èéùìòÇØøÅåÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà\r\n]*$/
const isGsm = (text: string): boolean => GSM.test(text)

/** Letters a text message knows, for one it doesn't know would halve what fits into it. */
const plain = (text: string): string =>
  [...text.replaceAll('’', "'")]
    .map((letter) => (isGsm(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')))
    .join('')

function wordOf(locale: Locale, { name, code }: Outlet): string {
  if (locale !== 'en') return name[locale]
  const written = plain(name.en)
  return isGsm(written) ? written : code
}

/** What an outlet is called in a text message: its name, cut where it is too long. */
export function shortOutlet(locale: Locale, outlet: Outlet): string {
  const word = wordOf(locale, outlet)
  const most = LONGEST_OUTLET[locale]
  if (word.length <= most) return word
  const cut = (start: string) => translator(locale)('message_frame.cut', { start: start.trimEnd() })
  return cut(word.slice(0, most - cut('').length))
}
