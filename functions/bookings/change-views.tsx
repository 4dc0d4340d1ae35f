import type { FixpointConfig } from '#config'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { RefusedTime, type TimesPage } from './times-views.tsx'
import { type PickerProps, SlotPicker } from './views/slot-picker.tsx'

type MoveProps = {
  readonly locale: Locale
  readonly picker: PickerProps
  /** The visit's present start. */
  readonly startsAt: number
  readonly refused: TimesPage['refused']
}

/** Another time at the same outlet; the old one is kept until then. */
export function MoveView({ locale, picker, startsAt, refused }: MoveProps) {
  const t = translator(locale)
  const { outlet } = picker
  return (
    <div className="book">
      {refused ? <RefusedTime {...{ locale, picker, refused }} /> : null}
      <h1>{t('bookings.move.heading', { outlet: outlet.name[locale] })}</h1>
      <p className="book-lead">
        {t('bookings.move.now', { time: timeText(locale, outlet.zone, startsAt) })}
      </p>
      <p>
        <a className="btn btn-quiet" href={localePath(locale, '/book/done/')}>
          {t('bookings.move.keep')}
        </a>
      </p>
      <SlotPicker {...picker} />
      <p className="book-hint">{t('bookings.where.local_time')}</p>
    </div>
  )
}

type CancelProps = {
  readonly locale: Locale
  readonly outlet: Outlet
  /** Of the visit; null = a repair by mail. */
  readonly startsAt: number | null
  readonly version: number
  readonly commandId: string
  readonly code: string
}

/** Asks before it cancels. */
export function CancelView({ locale, outlet, startsAt, version, commandId, code }: CancelProps) {
  const t = translator(locale)
  const isVisit = startsAt !== null
  return (
    <div className="prose-column">
      <h1>{t(isVisit ? 'bookings.cancel.heading' : 'bookings.cancel.mail_heading')}</h1>
      <p>
        {isVisit
          ? t('bookings.cancel.text', {
              time: timeText(locale, outlet.zone, startsAt),
              outlet: outlet.name[locale],
            })
          : t('bookings.cancel.mail_text')}
      </p>
      <form className="actions" method="post" action={localePath(locale, '/book/cancel/')}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="commandId" value={commandId} />
        <button className="btn btn-error" type="submit">
          {t('bookings.cancel.yes')}
        </button>
        {isVisit ? (
          <a className="btn btn-quiet" href={localePath(locale, '/book/move/')}>
            {t('bookings.cancel.move')}
          </a>
        ) : null}
        <a className="btn btn-quiet" href={localePath(locale, '/book/done/')}>
          {t('bookings.cancel.no')}
        </a>
      </form>
    </div>
  )
}

type NotNowProps = {
  readonly locale: Locale
  readonly about: 'move' | 'cancel'
  readonly hotline: FixpointConfig['hotline']
}

/** The visit has gone on; what was asked for is not to be had any more. */
export function NotNowView({ locale, about, hotline }: NotNowProps) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t(`bookings.${about}.title`)}</h1>
      <p>
        {about === 'move'
          ? t('bookings.move.not_now')
          : t('bookings.cancel.not_now', { phone: hotline.display })}
      </p>
      <div className="actions">
        <a className="btn btn-primary" href={localePath(locale, '/repairs/status/')}>
          {t('bookings.done.status')}
        </a>
        <a className="btn btn-quiet" href={`tel:${hotline.dial}`}>
          {t('bookings.done.call', { phone: hotline.display })}
        </a>
      </div>
    </div>
  )
}
