import { RepairLine } from '#components/repairs/repair-line.tsx'
import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { LONGEST_WORDS } from '#domain/complaints/complaint-words.ts'
import { takesPhotos } from '#domain/feedback/photos.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { HelpPart } from '#functions/feedback/help-part.tsx'
import { PhotosPart } from '#functions/feedback/photo-views.tsx'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import {
  at,
  type CustomerPage,
  type CustomerStep,
  disagreeUntil,
  isAtLastRound,
  reopenUntil,
  sentenceOf,
  stopsOf,
  whoAnswers,
} from './customer-page.ts'

type Props = { readonly page: CustomerPage }
type StepProps = Props & { readonly step: CustomerStep; readonly label?: string }

/** What became of what was just tried; a field at fault is named and led to. */
function Notice({ page }: Props) {
  const { tried, locale } = page
  const t = translator(locale)
  if (!tried) return null
  if (tried.refusal) {
    return (
      <p className="notice" role="alert" data-notice={tried.refusal}>
        {t(`complaints.${tried.refusal}`)}
      </p>
    )
  }
  const { step, fault } = tried
  const label = step === 'reopen' ? t('complaints.reopen.label') : t('complaints.disagree.label')
  return (
    <div className="notice" role="alert" data-notice="fields">
      <p>
        <a href={`#${step}-words`}>{t('complaints.error', { field: label })}</a>
      </p>
      <p>{t(`complaints.error.${fault ?? 'required'}`)}</p>
    </div>
  )
}

function Words({ page, step, label }: StepProps & { readonly label: string }) {
  const { tried } = page
  const id = `${step}-words`
  const fault = tried?.step === step ? tried.fault : null
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {fault ? (
        <p className="book-error" id={`${id}-fault`}>
          {translator(page.locale)(`complaints.error.${fault}`)}
        </p>
      ) : null}
      <textarea
        className="input book-text"
        id={id}
        name="words"
        rows={5}
        maxLength={LONGEST_WORDS}
        required
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      >
        {tried?.step === step ? tried.typed : ''}
      </textarea>
    </>
  )
}

/** A form that takes one step. Whoever sends it twice takes it once; a page that is outdated takes none. */
function Step({ page, step, label }: StepProps) {
  const { locale, complaint, commandId } = page
  const t = translator(locale)
  return (
    <form method="post" action={localePath(locale, `/feedback/complaint/${step}`)}>
      <input type="hidden" name="version" value={String(complaint.version)} />
      <input type="hidden" name="commandId" value={`${commandId}-${step}`} />
      <input type="hidden" name="about" value={page.mark} />
      {label ? <Words page={page} step={step} label={label} /> : null}
      <button className={step === 'withdraw' ? 'btn btn-quiet' : 'btn btn-primary'} type="submit">
        {t(`complaints.${step}.do`)}
      </button>
    </form>
  )
}

/** Whether the answer is agreed with, and how to disagree. */
function Agree({ page }: Props) {
  const { locale, allowed, complaint, tried } = page
  const t = translator(locale)
  if (page.needsLink) {
    return <p data-notice="link_needed">{t('complaints.link_needed')}</p>
  }
  if (!allowed.includes('agree')) return null
  const time = at(page, disagreeUntil(page))
  return (
    <section aria-labelledby="agree">
      <h2 id="agree">{t('complaints.agree.title')}</h2>
      <Step page={page} step="agree" />
      {allowed.includes('disagree') ? (
        <details className="voice-more" open={tried?.step === 'disagree'}>
          <summary>{t('complaints.disagree.title')}</summary>
          <p>
            {t(complaint.level === 'hq' ? 'complaints.disagree.last' : 'complaints.disagree.text', {
              time,
            })}
          </p>
          <Step page={page} step="disagree" label={t('complaints.disagree.label')} />
        </details>
      ) : null}
    </section>
  )
}

/** What else may be done: bring it back, or withdraw it. */
function Else({ page }: Props) {
  const { locale, allowed, tried } = page
  const t = translator(locale)
  return (
    <>
      {allowed.includes('reopen') ? (
        <details className="voice-more" open={tried?.step === 'reopen'}>
          <summary>{t('complaints.reopen.title')}</summary>
          <p>{t('complaints.reopen.text', { time: at(page, reopenUntil(page)) })}</p>
          <Step page={page} step="reopen" label={t('complaints.reopen.label')} />
        </details>
      ) : null}
      {isAtLastRound(page) ? <p>{t('complaints.too_often')}</p> : null}
      {allowed.includes('withdraw') ? (
        <details className="voice-more">
          <summary>{t('complaints.withdraw.title')}</summary>
          <p>{t('complaints.withdraw.text')}</p>
          <Step page={page} step="withdraw" />
        </details>
      ) : null}
    </>
  )
}

/** An answer with its finding and what is done about it. */
function Answer({ page, event }: Props & { readonly event: ComplaintEvent }) {
  const { locale, personal } = page
  const t = translator(locale)
  const given = event.data.set.answer
  if (!given) return null
  return (
    <>
      <p className="repair-lead">{t(`complaints.verdict.${given.verdict}`)}</p>
      <p className="voice-words">{personal?.words[`answer.${event.version}`] ?? ''}</p>
      <dl className="facts facts-tight">
        <div>
          <dt>{t('complaints.remedy')}</dt>
          <dd>{t(`complaints.remedy.${given.remedy}`)}</dd>
        </div>
      </dl>
    </>
  )
}

function Answers({ page }: Props) {
  const t = translator(page.locale)
  const answers = page.events.filter(({ type }) => type === 'complaint.answered')
  // Once it is heard anew, what was answered before is no answer to it any more.
  const current = page.complaint.answer ? answers.at(-1) : undefined
  const earlier = answers.filter((event) => event !== current)
  return (
    <>
      {current ? (
        <section aria-labelledby="answer">
          <h2 id="answer">{t('complaints.answer')}</h2>
          <Answer page={page} event={current} />
        </section>
      ) : null}
      <Agree page={page} />
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t('complaints.earlier')}</h2>
          {earlier.map((event) => (
            <Answer key={event.version} page={page} event={event} />
          ))}
        </section>
      ) : null}
    </>
  )
}

function Facts({ page }: Props) {
  const { complaint, locale, outlet, personal } = page
  const t = translator(locale)
  const said = personal?.words['said']
  return (
    <>
      <dl className="facts facts-tight">
        <div>
          <dt>{t('complaints.who')}</dt>
          <dd>{whoAnswers(page)}</dd>
        </div>
        <div>
          <dt>{t('complaints.reached_us')}</dt>
          <dd>{at(page, complaint.receivedAt)}</dd>
        </div>
        {outlet ? (
          <div>
            <dt>{t('complaints.about')}</dt>
            <dd>{outlet.name[locale]}</dd>
          </div>
        ) : null}
      </dl>
      {said ? (
        <section aria-labelledby="said">
          <h2 id="said">{t('complaints.you_said')}</h2>
          <p className="voice-words">{said}</p>
        </section>
      ) : null}
    </>
  )
}

/** A complaint as its customer follows it: one sentence, the answer, what can be done, the way so far. */
export function CustomerView({ page }: Props) {
  const { locale, complaint, config } = page
  const t = translator(locale)
  return (
    <>
      <Notice page={page} />
      <header className="repair-status" data-status={complaint.status}>
        <p className="repair-what">
          <span className="whitespace-nowrap">{spellCode(complaint.code)}</span>
          <span>{t('complaints.title')}</span>
        </p>
        <h1>{sentenceOf(page)}</h1>
      </header>
      <div className="voice-columns">
        <div className="voice-stack">
          <Answers page={page} />
          <Facts page={page} />
          <PhotosPart {...page} mayAdd={takesPhotos('complaint', complaint.status)} />
          <Else page={page} />
        </div>
        <div className="voice-stack">
          <section aria-labelledby="way">
            <h2 id="way">{t('complaints.way')}</h2>
            <RepairLine locale={locale} stops={stopsOf(page)} />
          </section>
          <HelpPart
            {...{ locale, config, next: t('complaints.help') }}
            country={complaint.outlet && complaint.countryCode}
          />
        </div>
      </div>
    </>
  )
}
