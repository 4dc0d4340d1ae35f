import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { mayTake } from './may-take.ts'
import { confirmHref } from './status-forms.tsx'
import type { StatusPage } from './status-page.ts'

type Props = { readonly page: StatusPage }

/** A visit can be moved while its phone is still to come. */
const isMovable = ({ booking, repair }: StatusPage): boolean =>
  repair.status === 'requested' &&
  booking !== null &&
  (booking.status === 'booked' || booking.status === 'no_show' || booking.status === 'left')

/** Another time, or an end: what can still be changed. */
export function ChangeSection({ page }: Props) {
  const { locale } = page
  const t = translator(locale)
  const cancels = mayTake(page, 'cancel')
  const withdraws = mayTake(page, 'withdraw')
  const moves = isMovable(page)
  const { ending } = page.repair
  const again = ending === 'cancelled' || ending === 'lapsed'
  if (!cancels && !withdraws && !moves && !again) return null
  return (
    <section aria-labelledby="change">
      <h2 id="change">{t('repairs.change.title')}</h2>
      <p className="actions">
        {again ? (
          <a className="btn btn-primary" href={localePath(locale, '/book/')}>
            {t('repairs.change.again')}
          </a>
        ) : null}
        {moves ? (
          <a className="btn btn-quiet" href={localePath(locale, '/book/move/')}>
            {t('repairs.change.move')}
          </a>
        ) : null}
        {cancels ? (
          <a className="btn btn-quiet" href={confirmHref(page, 'cancel')}>
            {t('repairs.change.cancel')}
          </a>
        ) : null}
        {withdraws ? (
          <a className="btn btn-quiet" href={confirmHref(page, 'withdraw')}>
            {t('repairs.change.withdraw')}
          </a>
        ) : null}
      </p>
    </section>
  )
}

/** Something is wrong: the hotline, day and night. */
export function HelpSection({ page }: Props) {
  const { locale, config } = page
  const t = translator(locale)
  return (
    <section aria-labelledby="help">
      <h2 id="help">{t('repairs.help.title')}</h2>
      <p>{t('repairs.help.text')}</p>
      <p>
        <a className="btn btn-quiet" href={`tel:${config.hotline.dial}`}>
          {t('repairs.call', { phone: config.hotline.display })}
        </a>
      </p>
      <p>
        <a className="tap-target" href={localePath(locale, '/feedback/')}>
          {t('feedback.link.repair')}
        </a>
      </p>
    </section>
  )
}
