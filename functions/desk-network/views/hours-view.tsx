import type { Translate } from '#i18n/translate.ts'
import { HOLIDAY_RULES, SPARE_DAYS, WEEKDAYS } from '../hours-form-query.ts'
import { FaultList, Field, Refusal, Seen, Select, Tick } from './form-parts.tsx'
import type { OutletFormProps } from './outlet-edit-view.tsx'

type Props = OutletFormProps & {
  /** Monday first. */
  readonly weekdays: readonly string[]
  /** Hours that somebody wrote by hand, which this form can only replace. */
  readonly byHand: string | null
}

const Week = ({ t, typed, faults, weekdays }: Props) => (
  <fieldset className="network-set">
    <legend>{t('desk.network.hours.week')}</legend>
    <p className="desk-muted">{t('desk.network.hours.week.hint')}</p>
    <div className="desk-fields">
      {WEEKDAYS.map((weekday) => (
        <Field
          key={weekday}
          {...{ t, faults, name: `day${weekday}`, label: weekdays[weekday] ?? '' }}
          value={typed.text(`day${weekday}`)}
          maxLength={80}
        />
      ))}
    </div>
  </fieldset>
)

const Holidays = ({ t, typed, faults }: Props) => (
  <fieldset className="network-set">
    <legend>{t('desk.network.hours.holidays')}</legend>
    <p className="desk-muted">{t('desk.network.hours.holidays.hint')}</p>
    <div className="desk-fields">
      <Select
        {...{ t, faults, name: 'holidays', label: t('desk.network.hours.on_holidays') }}
        value={typed.text('holidays')}
        options={HOLIDAY_RULES.map((rule) => ({
          value: rule,
          label: t(`desk.network.hours.holidays.${rule}`),
        }))}
      />
      <Field
        {...{ t, faults, name: 'holidayHours', label: t('desk.network.hours.holiday_hours') }}
        value={typed.text('holidayHours')}
        maxLength={80}
      />
    </div>
  </fieldset>
)

const rowsIn = ({ typed }: Pick<Props, 'typed'>): readonly number[] => {
  let rows = 0
  while (typed.text(`date${rows}`) !== '') rows++
  return Array.from({ length: rows + SPARE_DAYS }, (_, row) => row)
}

const SpecialDays = (props: Props) => {
  const { t, typed, faults } = props
  return (
    <fieldset className="network-set">
      <legend>{t('desk.network.hours.special')}</legend>
      <p className="desk-muted">{t('desk.network.hours.special.hint')}</p>
      {rowsIn(props).map((row) => (
        <div key={row} className="desk-fields">
          <Field
            {...{ t, faults, name: `date${row}`, type: 'date' }}
            label={t('desk.network.hours.date')}
            value={typed.text(`date${row}`)}
          />
          <Field
            {...{ t, faults, name: `hours${row}`, label: t('desk.network.hours.that_day') }}
            value={typed.text(`hours${row}`)}
            maxLength={80}
          />
        </div>
      ))}
    </fieldset>
  )
}

const ByHand = ({ t, text }: { readonly t: Translate; readonly text: string }) => (
  <div className="desk-alarm">
    <p>{t('desk.network.hours.by_hand')}</p>
    <p>
      <code>{text}</code>
    </p>
  </div>
)

/** An outlet's week, its holidays and its special days. */
export const HoursView = (props: Props) => {
  const { t, code, name, version, commandId, typed, faults, refusal, weekdays, byHand } = props
  // Other faults of the week are the whole week's.
  const labels = Object.fromEntries(
    weekdays.flatMap((label, weekday) => {
      const field = `day${weekday}`
      return faults[field] === 'desk.network.fault.day_hours' ? [[field, label]] : []
    }),
  )
  return (
    <>
      <h1>{t('desk.network.hours.title', { outlet: `${code} ${name}` })}</h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList {...{ t, faults, labels }} />
      {byHand && <ByHand t={t} text={byHand} />}
      <form className="desk-form" method="post" action={`/desk/outlets/${code}/hours/`}>
        <Seen version={version} commandId={commandId} />
        <Week {...props} />
        <Holidays {...props} />
        <SpecialDays {...props} />
        <Tick
          name="unknown"
          value="yes"
          label={t('desk.network.hours.nobody_knows')}
          checked={typed.text('unknown') === 'yes'}
        />
        <p className="desk-row">
          <button className="btn btn-primary" type="submit" name="intent" value="preview">
            {t('desk.network.preview')}
          </button>
          <a className="btn" href={`/desk/outlets/${code}/`}>
            {t('desk.network.leave')}
          </a>
        </p>
      </form>
    </>
  )
}
