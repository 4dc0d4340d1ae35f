import { suspicionOf } from '#domain/feedback/suspicion.ts'
import { THEMES, themesOf } from '#domain/feedback/themes.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { Seen } from '#functions/desk-network/views/form-parts.tsx'
import { timeText } from '#functions/repairs/views/when.ts'
import { LONGEST_SAID } from '../feedback-query.ts'
import { deskAddress } from './desk-words.ts'
import type { ItemPage } from './item-view.tsx'

type Props = { readonly page: ItemPage }

const Hidden = ({ page, step }: Props & { readonly step: string }) => (
  <Seen version={page.feedback.version} commandId={`${page.commandId}-${step}`} />
)

/** The answer that a person writes, and whether that solves it. */
export const AnswerPart = ({ page }: Props) => {
  const { feedback, words, may, typed, isAnswerFaulty } = page
  const { t } = words
  const { status, code, kind } = feedback
  if (!may.act || (status !== 'open' && status !== 'answered')) return null
  return (
    <section className="desk-part" aria-labelledby="answer-title">
      <h2 id="answer-title">{t('desk.feedback.answer')}</h2>
      <form className="desk-form" method="post" action={`${deskAddress(code)}answer`}>
        <Hidden page={page} step="answer" />
        <div className="desk-field">
          <label className="sr-only" htmlFor="words">
            {t('desk.feedback.answer')}
          </label>
          {isAnswerFaulty && (
            <span className="desk-fault" id="words-fault">
              {t('desk.feedback.fault.answer')}
            </span>
          )}
          <textarea
            className="textarea"
            id="words"
            name="words"
            rows={5}
            maxLength={LONGEST_SAID}
            required
            aria-invalid={isAnswerFaulty ? 'true' : undefined}
            aria-describedby={isAnswerFaulty ? 'words-fault words-hint' : 'words-hint'}
          >
            {typed['words'] ?? ''}
          </textarea>
          <small className="desk-muted" id="words-hint">
            {t('desk.feedback.answer_hint')}
          </small>
        </div>
        {kind === 'question' && (
          <label className="desk-tick">
            <input
              className="checkbox"
              type="checkbox"
              name="isSolved"
              value="yes"
              checked={typed['isSolved'] === 'yes'}
            />
            <span>{t('desk.feedback.is_solved')}</span>
          </label>
        )}
        <button className="btn btn-primary" type="submit">
          {t('desk.feedback.send_answer')}
        </button>
      </form>
      {status === 'answered' && (
        <form className="desk-form" method="post" action={`${deskAddress(code)}solve`}>
          <Hidden page={page} step="solve" />
          <button className="btn" type="submit">
            {t('desk.feedback.solve')}
          </button>
        </form>
      )}
    </section>
  )
}

/** Tags: those that stand are ticked, those that keywords suggest say so. */
export const ThemesPart = ({ page }: Props) => {
  const { feedback, words, may, personal } = page
  const { t } = words
  const suggested = themesOf(personal?.words['said'] ?? '')
  if (!may.act) return null
  return (
    <section className="desk-part" aria-labelledby="themes">
      <h2 id="themes">{t('desk.feedback.themes')}</h2>
      <form className="desk-form" method="post" action={`${deskAddress(feedback.code)}themes`}>
        <Hidden page={page} step="themes" />
        <fieldset className="network-set">
          <legend className="sr-only">{t('desk.feedback.themes')}</legend>
          <div className="network-facts">
            {THEMES.map((theme) => (
              <label key={theme} className="desk-tick">
                <input
                  className="checkbox"
                  type="checkbox"
                  name={`theme.${theme}`}
                  value="yes"
                  checked={feedback.themes.includes(theme)}
                />
                <span>
                  {t(`feedback.theme.${theme}`)}
                  {suggested.includes(theme) && (
                    <small className="desk-muted"> · {t('desk.feedback.suggested')}</small>
                  )}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <small className="desk-muted">{t('desk.feedback.themes_hint')}</small>
        <button className="btn" type="submit">
          {t('desk.feedback.save_themes')}
        </button>
      </form>
    </section>
  )
}

const StepButton = ({
  page,
  step,
  isFirst = false,
}: Props & { readonly step: 'confirm' | 'dismiss' | 'suspect'; readonly isFirst?: boolean }) => (
  <form method="post" action={`${deskAddress(page.feedback.code)}${step}`}>
    <Hidden page={page} step={step} />
    <button className={isFirst ? 'btn btn-primary' : 'btn'} type="submit">
      {page.words.t(`desk.feedback.${step}`)}
    </button>
  </form>
)

const Verdict = ({ page }: Props) => {
  const { words, feedback } = page
  const { t, locale } = words
  const { suspicion, zone } = feedback
  const at = (time: number | null | undefined) => timeText(locale, zone, time ?? 0)
  if (!suspicion) return null
  if (suspicion.state === 'open') {
    const due = at(suspicion.dueAt)
    return <p>{t('desk.feedback.suspicion_open', { at: at(suspicion.suspectedAt), due })}</p>
  }
  if (suspicion.state === 'dismissed') {
    return <p>{t('desk.feedback.suspicion_dismissed', { at: at(suspicion.decidedAt) })}</p>
  }
  return (
    <p>
      {t('desk.feedback.suspicion_confirmed', {
        at: at(suspicion.decidedAt),
        code: spellCode(suspicion.complaint ?? ''),
      })}
    </p>
  )
}

/** Whether it is a complaint: a person decides, and never the outlet it is about. */
export const SuspicionPart = ({ page }: Props) => {
  const { words, feedback, may, personal } = page
  const { t } = words
  const { suspicion, status } = feedback
  const isOpen = suspicion?.state === 'open'
  const found = suspicionOf(personal?.words['said'] ?? '')
  return (
    <section className="desk-part" aria-labelledby="suspicion">
      <h2 id="suspicion">{t('desk.feedback.suspicion')}</h2>
      <Verdict page={page} />
      {suspicion && found && (
        <p className="desk-muted">
          {t('desk.feedback.suspicion_words', {
            words: found.words.join(t('desk.feedback.comma')),
          })}
        </p>
      )}
      {isOpen && !may.decide && (
        <p className="desk-muted">{t('desk.feedback.decided_elsewhere')}</p>
      )}
      <div className="desk-row">
        {isOpen && may.decide && (
          <>
            <StepButton page={page} step="confirm" isFirst />
            <StepButton page={page} step="dismiss" />
          </>
        )}
        {!isOpen && status !== 'complaint' && may.act && <StepButton page={page} step="suspect" />}
      </div>
    </section>
  )
}
