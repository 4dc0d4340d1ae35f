import type { FixpointConfig } from '#config'
import type { Locale } from '#i18n/locale.ts'

/** By whose clock the whole network's own pages tell time: China's at home there, else UTC. */
export const networkZone = ({ countries }: Pick<FixpointConfig, 'countries'>): string =>
  countries[0] === 'CN' ? 'Asia/Shanghai' : 'UTC'

/** An instant with its date, by a zone's clock. */
export const timeText = (locale: Locale, zone: string, at: number): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...({ dateStyle: 'medium', timeStyle: 'short' } as const),
    timeZone: zone,
  }).format(at)
