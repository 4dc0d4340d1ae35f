import type { Distribution } from '#domain/publications/publication-document.ts'
import type { ToldFigures } from '#domain/publications/told-figures.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { CountBars } from './count-bars.tsx'
import { periodText } from './figure-words.ts'

const HOURS_OF_DAY = 24
const UNITS = { minutes: 'minute', hours: 'hour', days: 'day' } as const

type Unit = Distribution['unit']

/** Only whole days are spelled as days: `3 days` of 72 hours, `118.7 hours`. */
const isDays = (value: number, unit: Unit): boolean =>
  unit === 'hours' && value > HOURS_OF_DAY && value % HOURS_OF_DAY === 0

const written = (locale: Locale, unit: keyof typeof UNITS) =>
  new Intl.NumberFormat(locale, {
    ...({ style: 'unit', unit: UNITS[unit], unitDisplay: 'long' } as const),
    maximumFractionDigits: 1,
  })

const spanText = (locale: Locale, value: number, unit: Unit): string =>
  isDays(value, unit)
    ? written(locale, 'days').format(value / HOURS_OF_DAY)
    : written(locale, unit).format(value)

/** Nobody reads 139 hours: `139.2 hours (5.8 days)` from two days on. */
function tookText(locale: Locale, value: number, unit: Unit): string {
  const text = spanText(locale, value, unit)
  if (unit !== 'hours' || value <= 2 * HOURS_OF_DAY || isDays(value, unit)) return text
  const days = written(locale, 'days').format(value / HOURS_OF_DAY)
  return translator(locale)('performance.hours_in_days', { hours: text, days })
}

/** `5–10 minutes`, `24 hours to 2 days`. */
function betweenText(locale: Locale, [from, to]: readonly [number, number], unit: Unit): string {
  const [first, last] = [isDays(from, unit), isDays(to, unit)]
  if (first !== last) {
    return translator(locale)('performance.bucket.between', {
      from: spanText(locale, from, unit),
      to: spanText(locale, to, unit),
    })
  }
  return first
    ? written(locale, 'days').formatRange(from / HOURS_OF_DAY, to / HOURS_OF_DAY)
    : written(locale, unit).formatRange(from, to)
}

function bucketsOf(locale: Locale, { unit, buckets }: Distribution) {
  const t = translator(locale)
  return buckets.map(({ upTo, count }, at) => {
    const from = buckets[at - 1]?.upTo ?? null
    const name =
      upTo === null
        ? t('performance.bucket.beyond', { from: spanText(locale, from ?? 0, unit) })
        : from === null
          ? t('performance.bucket.up_to', { to: spanText(locale, upTo, unit) })
          : betweenText(locale, [from, upTo], unit)
    return { key: String(upTo), name, count }
  })
}

type OneProps = { readonly locale: Locale; readonly one: Distribution }

const Spread = ({ locale, one }: OneProps) => {
  const t = translator(locale)
  const { id, unit, n, p50, p90 } = one
  return (
    <div>
      <h3 id={id}>{t(`performance.spread.${id}`)}</h3>
      {p50 === null || p90 === null ? (
        <p>{t('performance.nothing.repairs')}</p>
      ) : (
        <>
          <p>
            {t('performance.spread', {
              p50: tookText(locale, p50, unit),
              p90: tookText(locale, p90, unit),
              n: formatNumber(n),
            })}
          </p>
          <CountBars
            {...{ locale, labelledBy: id, head: t('performance.took') }}
            bars={bucketsOf(locale, one)}
          />
        </>
      )}
    </div>
  )
}

type Props = { readonly locale: Locale; readonly told: ToldFigures }

/** How long it took: the whole distribution, not its middle alone. */
export const TimePart = ({ locale, told }: Props) => {
  const t = translator(locale)
  const { distributions } = told.document
  const [first] = distributions
  if (!first) return null
  return (
    <section className="perf-part" aria-labelledby="time">
      <h2 id="time">{t('performance.time')}</h2>
      <p className="notes">{periodText(locale, first.period)}</p>
      <div className="perf-columns">
        {distributions.map((one) => (
          <Spread key={one.id} locale={locale} one={one} />
        ))}
      </div>
      <p className="notes">{t('performance.time_note')}</p>
    </section>
  )
}
