import type { FixpointConfig } from '#config'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { bookAddress, type MadeChoice } from '../choice-query.ts'

/** Days from door to door, both ends included. */
export const doorToDoor = ({ days }: FixpointConfig['mailIn']): { low: number; high: number } => {
  const all = [days.in, days.workshop, days.back]
  return {
    low: all.reduce((sum, [low]) => sum + low, 0),
    high: all.reduce((sum, [, high]) => sum + high, 0),
  }
}

type Props = {
  readonly locale: Locale
  readonly choice: MadeChoice
  readonly centre: Outlet | null
  readonly config: Pick<FixpointConfig, 'mailIn'>
}

/** The third way: by mail, with its days and what must not be posted. */
export function MailInColumn({ locale, choice, centre, config }: Props) {
  const t = translator(locale)
  return (
    <section className="book-column">
      <h3>{t('bookings.where.mail_in')}</h3>
      {centre ? (
        <>
          <p className="book-outlet">{centre.name[locale]}</p>
          <p>{t('bookings.where.send_in_text')}</p>
          <p>{t('bookings.where.send_in_days', doorToDoor(config.mailIn))}</p>
          <p className="alarm-text">{t('bookings.where.send_in_battery')}</p>
          <p className="book-column-end">
            <a
              className="btn btn-quiet"
              href={bookAddress(locale, 'mail-in/', { ...choice, outlet: centre.code })}
            >
              {t('bookings.where.send_in')}
            </a>
          </p>
        </>
      ) : (
        <p>{t('bookings.where.no_mail_in')}</p>
      )}
    </section>
  )
}
