import { spellCode } from '#domain/identifiers/crockford.ts'
import { CALLBACK_OUTCOMES, deskDueAt } from '#domain/surveys/survey.ts'
import { Field, Seen } from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Called } from '../list-callbacks.ts'
import { aboutText, scoresText } from './answer-texts.ts'

export type CallbackProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly called: Called
  readonly commandId: string
  readonly refusal: ProblemCode | null
  /** What was written and chosen in a form that came back. */
  readonly typed: string
  readonly chosen: string
}

const pathOf = ({ called }: CallbackProps): string => `/desk/callbacks/${called.survey.id}`

const Whom = ({ t, called }: CallbackProps) => {
  const { contact, survey } = called
  return (
    <section className="desk-part" aria-labelledby="whom">
      <h2 id="whom">{t('desk.callbacks.whom')}</h2>
      {contact ? (
        <>
          <p className="desk-row">
            <strong>{contact.name}</strong>
            {contact.phone && (
              <a className="tap-target" href={`tel:${contact.phone.dial}`}>
                {contact.phone.display}
              </a>
            )}
          </p>
          <p className="desk-muted">{t('desk.callbacks.logged')}</p>
        </>
      ) : (
        <p>{t('desk.callbacks.not_yours')}</p>
      )}
      {survey.repairCode && (
        <p>
          <a className="tap-target" href={`/desk/repairs/${survey.repairCode}/`}>
            {t('desk.callbacks.to_repair')}
          </a>
        </p>
      )}
    </section>
  )
}

const Tries = ({ t, locale, called }: CallbackProps) => {
  const { survey, zone, notes } = called
  const tries = survey.callback?.tries ?? []
  return (
    <>
      <h3 className="mt-4">{t('desk.callbacks.history')}</h3>
      {tries.length === 0 && <p>{t('desk.callbacks.no_tries')}</p>}
      <ul className="desk-list">
        {tries.map(({ at, outcome }) => (
          <li key={at}>
            {timeText(locale, zone, at)} · {t(`desk.callbacks.outcome.${outcome}`)}
          </li>
        ))}
        {Object.entries(notes).map(([version, note]) => (
          <li key={version} className="survey-comment">
            {note}
          </li>
        ))}
      </ul>
    </>
  )
}

const CallForm = (props: CallbackProps) => {
  const { t, called, commandId, refusal, typed, chosen } = props
  return (
    <form className="desk-form" method="post" action={`${pathOf(props)}/tries`}>
      <Seen version={called.survey.version} commandId={commandId} />
      <fieldset>
        <legend>{t('desk.callbacks.how')}</legend>
        {refusal === 'bad_value' && (
          <p className="desk-fault" id="outcome-fault">
            {t('desk.callbacks.choose')}
          </p>
        )}
        {CALLBACK_OUTCOMES.map((outcome) => (
          <label key={outcome} className="choice">
            <input
              {...{ type: 'radio', name: 'outcome', value: outcome, required: true }}
              checked={chosen === outcome ? true : undefined}
            />
            <span>{t(`desk.callbacks.outcome.${outcome}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field
        {...{ t, name: 'words', faults: {}, rows: 3, maxLength: 1000, value: typed }}
        label={t('desk.callbacks.words')}
        hint={t('desk.callbacks.words_hint')}
      />
      <button className="btn btn-primary" type="submit">
        {t('desk.callbacks.save')}
      </button>
    </form>
  )
}

const CallPart = (props: CallbackProps) => {
  const { t, called } = props
  const { callback } = called.survey
  if (!callback) return null
  const { doneAt, complaint } = callback
  return (
    <section className="desk-part" aria-labelledby="call">
      <h2 id="call">{t('desk.callbacks.to_do.call')}</h2>
      {doneAt !== null && <p>{t('desk.callbacks.done')}</p>}
      {complaint !== null && <p>{t('desk.callbacks.became', { code: spellCode(complaint) })}</p>}
      {doneAt === null && called.mayAct && <CallForm {...props} />}
      <Tries {...props} />
    </section>
  )
}

const SuspicionPart = (props: CallbackProps) => {
  const { t, called, commandId } = props
  const { suspicion, version } = called.survey
  if (!suspicion) return null
  const { state, complaint } = suspicion
  return (
    <section className="desk-part" aria-labelledby="suspicion">
      <h2 id="suspicion">{t('desk.callbacks.suspicion')}</h2>
      <p>{t(`desk.callbacks.suspicion.${state}`)}</p>
      {complaint !== null && <p>{t('desk.callbacks.became', { code: spellCode(complaint) })}</p>}
      {state === 'open' && called.mayDecide && (
        <form className="desk-row" method="post" action={`${pathOf(props)}/suspicion`}>
          <Seen {...{ version }} commandId={`${commandId}-s`} />
          <button className="btn btn-primary" type="submit" name="verdict" value="confirm">
            {t('desk.callbacks.confirm')}
          </button>
          <button className="btn" type="submit" name="verdict" value="dismiss">
            {t('desk.callbacks.dismiss')}
          </button>
        </form>
      )}
    </section>
  )
}

const Answer = ({ t, locale, now, called }: CallbackProps) => {
  const { survey, zone, comment } = called
  const dueAt = deskDueAt(survey)
  const time = dueAt === null ? '' : timeText(locale, zone, dueAt)
  const isLate = dueAt !== null && dueAt < now
  return (
    <section className="desk-part" aria-labelledby="answer">
      <h2 id="answer">{aboutText(t, survey)}</h2>
      {dueAt !== null && (
        <p className={isLate ? 'desk-alarm' : undefined}>
          {t(isLate ? 'desk.callbacks.late' : 'desk.callbacks.by', { time })}
        </p>
      )}
      <p>
        <strong>{scoresText(survey)}</strong>
      </p>
      <p className="survey-comment">{comment ?? t('desk.callbacks.no_comment')}</p>
    </section>
  )
}

/** One answer that waits for the desk: what was said, whom to call, how it went. */
export const CallbackView = (props: CallbackProps) => {
  const { t, refusal } = props
  return (
    <>
      <h1>{t('desk.callbacks.one')}</h1>
      {refusal && (
        <p className="desk-alarm" role="alert" tabIndex={-1} data-outcome>
          {refusal === 'bad_value'
            ? t('desk.callbacks.choose')
            : `${t(`problems.${refusal}.title`)}. ${t(`problems.${refusal}.detail`)}`}
        </p>
      )}
      <div className="desk-columns">
        <div className="desk-stack">
          <Answer {...props} />
          <Whom {...props} />
        </div>
        <div className="desk-stack">
          <CallPart {...props} />
          <SuspicionPart {...props} />
          <p className="desk-muted">{t('desk.callbacks.no_coaching')}</p>
        </div>
      </div>
    </>
  )
}
