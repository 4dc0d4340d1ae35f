import type { FixpointConfig } from '#config'
import type { OfferedSlot } from '#domain/bookings/offer.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'
import { bookAddress, type MadeChoice } from './choice-query.ts'
import { Chosen } from './views/chosen.tsx'
import { SlotForm } from './views/slot-form.tsx'
import { type PickerProps, SlotPicker } from './views/slot-picker.tsx'
import { StepLine } from './views/step-line.tsx'

export type TimesPage = {
  readonly locale: Locale
  readonly choice: MadeChoice
  readonly picker: PickerProps
  /** Why the time asked for before was not kept, with the next free ones; null = nothing was. */
  readonly refused: { readonly key: MessageKey; readonly next: readonly OfferedSlot[] } | null
  readonly config: Pick<FixpointConfig, 'catalogue' | 'currency'>
}

type RefusedProps = Pick<TimesPage, 'locale' | 'picker'> & {
  readonly refused: NonNullable<TimesPage['refused']>
}

/** Why not, and the next free times to take instead. */
export function RefusedTime({ locale, picker, refused }: RefusedProps) {
  const t = translator(locale)
  const { outlet, sending } = picker
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever pressed a time that is gone must learn so, first thing.
    <div className="notice book-errors" role="alert" tabIndex={-1} autoFocus>
      <h2>{t(refused.key as 'problems.slot_full.title')}</h2>
      {refused.next.length > 0 ? (
        <>
          <p>{t('bookings.times.next_free')}</p>
          <SlotForm {...sending}>
            <ul className="book-slots">
              {refused.next.map(({ startsAt }) => (
                <li key={startsAt}>
                  <button className="btn btn-quiet" type="submit" name="at" value={startsAt}>
                    {timeText(locale, outlet.zone, startsAt)}
                  </button>
                </li>
              ))}
            </ul>
          </SlotForm>
        </>
      ) : (
        <p>{t('bookings.times.no_next')}</p>
      )}
    </div>
  )
}

/** Step 2, all times of one outlet. */
export function TimesView({ locale, choice, picker, refused, config }: TimesPage) {
  const t = translator(locale)
  const { outlet } = picker
  const name = outlet.name[locale]
  const back = {
    fault: bookAddress(locale, '', choice),
    where: bookAddress(locale, 'where/', { ...choice, outlet: null }),
  }
  return (
    <div className="book">
      <StepLine locale={locale} now="where" back={back} />
      {refused ? <RefusedTime {...{ locale, picker, refused }} /> : null}
      <h1>{t('bookings.times.heading', { outlet: name })}</h1>
      <p>
        {outlet.address[locale]}{' '}
        <a
          className="tap-target"
          href={localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)}
        >
          {t('bookings.done.outlet_page')}
        </a>
      </p>
      <div className="book-split">
        <div>
          <SlotPicker {...picker} />
          <p className="book-hint">{t('bookings.where.local_time')}</p>
          <p>
            <a className="tap-target" href={back.where}>
              {t('bookings.times.back')}
            </a>
          </p>
        </div>
        <Chosen locale={locale} choice={choice} config={config} />
      </div>
    </div>
  )
}
