import config from '#config'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { ComingPublication } from '#domain/publications/publication-calendar.ts'
import type {
  PublicationEntry,
  PublishedDefinition,
} from '#domain/publications/publication-document.ts'
import type { ToldOtherwise } from '#domain/publications/told-otherwise.ts'
import { fullDate, fullMonth } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { ToldOtherwisePart } from './told-otherwise.tsx'

const KB = 1024

/** The day of an instant by the network's clock. */
export const dayText = (locale: Locale, instant: string): string =>
  fullDate(locale, wallTimeIn(networkZone(config), Date.parse(instant)).date)

type FilesProps = { readonly locale: Locale; readonly entry: PublicationEntry }

/** The files of a publication, to be checked by anybody. */
export const PublicationFiles = ({ locale, entry: { number, files } }: FilesProps) => {
  const t = translator(locale)
  return (
    <ul className="perf-files">
      {files.map(({ name, bytes }) => (
        <li key={name}>
          <a className="tap-target" href={`/data/publications/${number}/${name}`}>
            {t('performance.file', { name, kb: formatNumber(Math.ceil(bytes / KB)) })}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** When the next figures come. */
export const NextPublication = (props: {
  readonly locale: Locale
  readonly next: ComingPublication
}) => {
  const { locale, next } = props
  return (
    <p>
      {translator(locale)('performance.next', {
        month: fullMonth(locale, next.month),
        date: fullDate(locale, next.freezesOn),
        contest: fullDate(locale, next.contestUntil),
      })}
    </p>
  )
}

type Props = {
  readonly locale: Locale
  readonly entries: readonly PublicationEntry[]
  readonly changed: readonly ToldOtherwise[]
  readonly definitions: readonly PublishedDefinition[]
}

/** Every publication there was, with what replaced it and why. */
export const PublicationLog = ({ locale, entries, changed, definitions }: Props) => {
  const t = translator(locale)
  return (
    <section className="perf-part" aria-labelledby="log">
      <h2 id="log">{t('performance.log')}</h2>
      <p>{t('performance.log_note')}</p>
      <ToldOtherwisePart {...{ locale, changed, definitions }} />
      <ol className="promise-history">
        {entries.map((entry) => {
          const { number, month, reason, revises, revisedBy, publishedAt } = entry
          return (
            <li key={number}>
              <a className="tap-target" href={localePath(locale, `/performance/${month}/`)}>
                {t('performance.entry', { number, month: fullMonth(locale, month) })}
              </a>
              <p className="notes">
                {t('performance.published', { date: dayText(locale, publishedAt) })}{' '}
                {reason !== null &&
                  revises !== null &&
                  t('performance.revises', {
                    number: revises,
                    reason: t(`performance.reason.${reason}`),
                  })}{' '}
                {revisedBy !== null && t('performance.revised_by', { number: revisedBy })}
              </p>
              {revisedBy !== null && <PublicationFiles locale={locale} entry={entry} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
