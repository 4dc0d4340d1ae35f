import { FEEDBACK_CHANNELS, TOUCHPOINTS } from '#domain/feedback/channels.ts'
import { FEEDBACK_KINDS } from '#domain/feedback/feedback.ts'
import { THEMES } from '#domain/feedback/themes.ts'
import {
  FaultList,
  Field,
  Refusal,
  Saved,
  Seen,
  Select,
  Tick,
} from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import { LOCALE_NAMES, LOCALES } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import {
  LONGEST_NAME,
  LONGEST_REACH,
  LONGEST_SAID,
  RETENTION_MONTHS,
  type Refused,
  type Typed,
} from '../feedback-query.ts'

export type EntryProps = {
  readonly t: Translate
  /** What its clock is called. */
  readonly zone: string
  readonly commandId: string
  /** With what the form proposes, where nothing was typed yet. */
  readonly typed: Typed
  readonly faults: Refused
  readonly refusal: ProblemCode | null
  /** Something was just put on record that whoever did it doesn't follow. */
  readonly isSaved: boolean
}

const setting =
  ({ t, typed, faults }: EntryProps) =>
  (name: string) => ({ t, name, faults, value: typed[name] ?? '' })

const none = (t: Translate) => ({ value: '', label: t('desk.feedback.new.none') })

const What = (props: EntryProps) => {
  const { t, typed, zone } = props
  const field = setting(props)
  return (
    <>
      <div className="desk-fields">
        <Select
          {...field('channel')}
          label={t('desk.feedback.reached_by')}
          options={[
            { value: '', label: t('desk.feedback.new.choose') },
            ...FEEDBACK_CHANNELS.map((value) => ({
              value,
              label: t(`desk.feedback.channel.${value}`),
            })),
          ]}
        />
        <Select
          {...field('kind')}
          label={t('desk.feedback.kinds')}
          options={FEEDBACK_KINDS.map((value) => ({ value, label: t(`feedback.kind.${value}`) }))}
        />
        <Select
          {...field('formality')}
          label={t('desk.feedback.new.formality')}
          options={(['formal', 'informal'] as const).map((value) => ({
            value,
            label: t(`desk.feedback.${value}`),
          }))}
        />
        <Field
          {...field('receivedAt')}
          type="datetime-local"
          required
          label={t('desk.feedback.new.received', { zone })}
        />
      </div>
      <Field
        {...field('said')}
        rows={5}
        required
        maxLength={LONGEST_SAID}
        label={t('desk.feedback.said')}
        hint={t('feedback.form.said_hint')}
      />
      <div className="desk-fields">
        <Field
          {...field('outletCode')}
          maxLength={12}
          label={t('desk.feedback.new.outlet')}
          hint={t('desk.feedback.new.outlet_hint')}
        />
        <Field {...field('repairCode')} maxLength={40} label={t('desk.feedback.new.repair')} />
        <Select
          {...field('touchpoint')}
          label={t('desk.feedback.touchpoint')}
          options={[
            { value: '', label: t('desk.feedback.touchpoint.usual') },
            ...TOUCHPOINTS.map((value) => ({
              value,
              label: t(`desk.feedback.touchpoint.${value}`),
            })),
          ]}
        />
        <Select
          {...field('topic')}
          label={t('desk.feedback.topic')}
          options={[
            none(t),
            ...THEMES.map((value) => ({ value, label: t(`feedback.theme.${value}`) })),
          ]}
        />
      </div>
      <Field
        {...field('answered')}
        rows={3}
        maxLength={LONGEST_SAID}
        label={t('desk.feedback.new.answered')}
        hint={t('desk.feedback.new.answered_hint')}
      />
      <Tick
        name="isSolved"
        value="yes"
        label={t('desk.feedback.is_solved')}
        checked={typed['isSolved'] === 'yes'}
      />
    </>
  )
}

const Who = (props: EntryProps) => {
  const { t, typed, faults } = props
  const field = setting(props)
  return (
    <>
      <div className="desk-fields">
        <Field
          {...field('reach')}
          maxLength={LONGEST_REACH}
          label={t('desk.feedback.new.reach')}
          hint={t('desk.feedback.new.reach_hint')}
        />
        <Field {...field('name')} maxLength={LONGEST_NAME} label={t('desk.feedback.new.name')} />
        <Select
          {...field('language')}
          label={t('desk.feedback.new.language')}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        />
      </div>
      {faults['consent'] && (
        <span className="desk-fault" id="consent-fault">
          {t(faults['consent'] as 'feedback.error.consent')}
        </span>
      )}
      <label className="desk-tick">
        <input
          className="checkbox"
          id="consent"
          type="checkbox"
          name="consent"
          value="yes"
          checked={typed['consent'] === 'yes'}
          aria-invalid={faults['consent'] ? 'true' : undefined}
          aria-describedby={faults['consent'] ? 'consent-fault' : undefined}
        />
        <span>{t('desk.feedback.new.consent', { months: RETENTION_MONTHS })}</span>
      </label>
    </>
  )
}

/** What reached the network by any channel, put on record with when it did. */
export const EntryView = (props: EntryProps) => {
  const { t, refusal, faults, commandId, isSaved } = props
  return (
    <>
      <h1>{t('desk.feedback.new')}</h1>
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <form className="desk-form" method="post" action="/desk/feedback/new/">
        <Seen commandId={commandId} />
        <What {...props} />
        <Who {...props} />
        <button className="btn btn-primary" type="submit">
          {t('desk.feedback.new.go')}
        </button>
      </form>
    </>
  )
}
