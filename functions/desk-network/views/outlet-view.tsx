import type { Outlet } from '#domain/outlets/outlet.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { AbsentDay } from '#functions/outlets/absence-days.ts'
import type { EditableOutlet } from '#functions/outlets/edit-outlet.ts'
import { formatDate, fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { weekdayNames } from '#i18n/weekday-names.ts'
import type { Form } from '../form-query.ts'
import { hoursText } from './detail-text.ts'
import { FaultList, type Faults, Field, Refusal, Saved, Seen } from './form-parts.tsx'
import { BothLanguages } from './outlet-edit-view.tsx'

export type OutletViewProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly found: EditableOutlet
  readonly absences: readonly AbsentDay[]
  /** The outlet's own date. */
  readonly today: string
  readonly commandId: string
  readonly typed: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  readonly isSaved?: boolean
  readonly may: Readonly<Record<'edit' | 'hours' | 'close' | 'confirm', boolean>>
}

const Fact = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <dt className="desk-muted">{label}</dt>
    <dd>{text}</dd>
  </div>
)

const operationText = (t: Translate, locale: Locale, { operation, suspension }: Outlet): string => {
  const state = t(`desk.network.operation.${operation}`)
  if (!suspension) return state
  const { from, until } = suspension
  const dates = [
    from && t('desk.network.from', { date: fullDate(locale, from) }),
    until && t('desk.network.until', { date: fullDate(locale, until) }),
  ].filter(Boolean)
  return [state, ...dates].join(' ')
}

const Facts = ({ t, locale, found }: OutletViewProps) => {
  const { outlet } = found
  return (
    <dl className="network-facts">
      <Fact label={t('desk.network.state')} text={operationText(t, locale, outlet)} />
      {outlet.qualification === 'disqualified' && (
        <Fact label={t('desk.network.qualification')} text={t('desk.network.disqualified')} />
      )}
      <Fact label={t('desk.network.kind')} text={t(`outlets.kind.${outlet.kind}`)} />
      <Fact label={t('desk.network.address')} text={outlet.address[locale]} />
      <Fact
        label={t('desk.network.phones')}
        text={outlet.phones.map(({ display }) => display).join(' · ')}
      />
      <Fact label={t('desk.network.region')} text={outlet.regionId} />
      {outlet.partnerId && <Fact label={t('desk.network.partner')} text={outlet.partnerId} />}
      <Fact label={t('desk.network.seats')} text={String(outlet.counterSeats)} />
      <Fact label={t('desk.network.benches')} text={String(outlet.benches)} />
      <Fact label={t('desk.network.zone')} text={outlet.zone} />
    </dl>
  )
}

const Hours = ({ t, locale, found: { outlet }, may }: OutletViewProps) => (
  <section className="desk-part" aria-labelledby="hours">
    <h2 id="hours">{t('desk.network.hours')}</h2>
    {outlet.hours ? (
      <dl className="network-week">
        {weekdayNames(locale).map((name, day) => (
          <Fact key={name} label={name} text={hoursText(t, outlet.hours?.week[day])} />
        ))}
      </dl>
    ) : (
      <p>{t('desk.network.hours.unknown')}</p>
    )}
    {outlet.hoursText && (
      <p className="desk-muted">
        <code>{outlet.hoursText}</code>
      </p>
    )}
    {may.hours && outlet.operation !== 'closed' && (
      <p>
        <a className="btn" href={`/desk/outlets/${outlet.code}/hours/`}>
          {t('desk.network.hours.edit')}
        </a>
      </p>
    )}
  </section>
)

const Absences = (props: OutletViewProps) => {
  const { t, locale, found, absences, today, commandId, typed, faults, may } = props
  const { outlet } = found
  return (
    <section className="desk-part" aria-labelledby="absences">
      <h2 id="absences">{t('desk.network.absences')}</h2>
      <p className="desk-muted">{t('desk.network.absences.what')}</p>
      {absences.length > 0 && (
        <ul className="desk-list" data-absences>
          {absences.map(({ service_date: date, seats, benches }) => (
            <li key={date}>
              {formatDate(locale, date)} · {t('desk.network.absences.day', { seats, benches })}
            </li>
          ))}
        </ul>
      )}
      {may.hours && outlet.operation !== 'closed' && (
        <form className="desk-form" method="post" action={`/desk/outlets/${outlet.code}/absences`}>
          <Seen commandId={`${commandId}-absence`} />
          <div className="desk-fields">
            <Field
              {...{ t, faults, name: 'date', type: 'date', required: true }}
              label={t('desk.network.hours.date')}
              value={typed.text('date') || today}
            />
            {(['seats', 'benches'] as const).map((name) => (
              <Field
                key={name}
                {...{ t, faults, name: `${name}Away`, inputMode: 'numeric', maxLength: 3 }}
                label={t(`desk.network.absences.${name}`)}
                value={typed.text(`${name}Away`) || '0'}
              />
            ))}
          </div>
          <button className="btn" type="submit">
            {t('desk.network.absences.go')}
          </button>
        </form>
      )}
    </section>
  )
}

const Suspend = ({ t, found, commandId, typed, faults }: OutletViewProps) => (
  <form className="desk-form" method="post" action={`/desk/outlets/${found.outlet.code}/operation`}>
    <Seen version={found.version} commandId={`${commandId}-suspend`} />
    <input type="hidden" name="act" value="suspend" />
    <p>{t('desk.network.suspend.what')}</p>
    <div className="desk-fields">
      {(['from', 'until'] as const).map((name) => (
        <Field
          key={name}
          {...{ t, faults, name, type: 'date' }}
          label={t(`desk.network.suspend.${name}`)}
          value={typed.text(name)}
        />
      ))}
    </div>
    <BothLanguages
      {...{ t, typed, faults, name: 'reason', label: t('desk.network.reason'), maxLength: 200 }}
    />
    <button className="btn" type="submit">
      {t('desk.network.suspend')}
    </button>
  </form>
)

const Resume = ({ t, found, commandId }: OutletViewProps) => (
  <form className="desk-form" method="post" action={`/desk/outlets/${found.outlet.code}/operation`}>
    <Seen version={found.version} commandId={`${commandId}-resume`} />
    <input type="hidden" name="act" value="resume" />
    <button className="btn btn-primary" type="submit">
      {t('desk.network.resume')}
    </button>
  </form>
)

const Close = ({ t, found, commandId, typed, faults, today }: OutletViewProps) => (
  <form className="desk-form" method="post" action={`/desk/outlets/${found.outlet.code}/operation`}>
    <Seen version={found.version} commandId={`${commandId}-close`} />
    <input type="hidden" name="act" value="close" />
    <p>{t('desk.network.close.what')}</p>
    <Field
      {...{ t, faults, name: 'on', type: 'date' }}
      label={t('desk.network.close.on')}
      value={typed.text('on') || today}
    />
    <button className="btn" type="submit">
      {t('desk.network.close')}
    </button>
  </form>
)

const Confirm = ({ t, found, commandId }: OutletViewProps) => (
  <form className="desk-form" method="post" action={`/desk/outlets/${found.outlet.code}/confirm`}>
    <Seen version={found.version} commandId={`${commandId}-confirm`} />
    <p>{t('desk.network.confirm.what')}</p>
    <button className="btn btn-primary" type="submit">
      {t('desk.network.confirm')}
    </button>
  </form>
)

const Operation = (props: OutletViewProps) => {
  const { t, found, may } = props
  if (found.outlet.operation === 'closed' || !(may.edit || may.close)) return null
  return (
    <section className="desk-part" aria-labelledby="operation">
      <h2 id="operation">{t('desk.network.operation')}</h2>
      {may.confirm && found.outlet.qualification === 'disqualified' && <Confirm {...props} />}
      {may.edit && found.outlet.operation === 'suspended' && <Resume {...props} />}
      {may.edit && <Suspend {...props} />}
      {may.close && <Close {...props} />}
    </section>
  )
}

/** One outlet as the desk sees it: how it stands, its hours, who is away, and what may be done about it. */
export const OutletView = (props: OutletViewProps) => {
  const { t, locale, found, refusal, faults, isSaved, may } = props
  const { outlet } = found
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/outlets/">
          {t('desk.network.outlets.title')}
        </a>
      </p>
      <div className="network-head">
        <h1>
          {outlet.code} {outlet.name[locale]}
        </h1>
        {may.edit && outlet.operation !== 'closed' && (
          <a className="btn btn-primary" href={`/desk/outlets/${outlet.code}/edit/`}>
            {t('desk.network.edit')}
          </a>
        )}
      </div>
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <Facts {...props} />
      <div className="desk-columns">
        <Hours {...props} />
        <Absences {...props} />
        <Operation {...props} />
      </div>
    </>
  )
}
