import { type LineStop, RepairLine } from '#components/repairs/repair-line.tsx'
import type { FixpointConfig } from '#config'
import type { FeedbackEventType, FeedbackFacts } from '#domain/feedback/feedback.ts'
import { lastRound } from '#domain/feedback/feedback-steps.ts'
import { takesPhotos } from '#domain/feedback/photos.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type MessageKey, type Translate, translator } from '#i18n/translate.ts'
import { LONGEST_SAID } from './feedback-query.ts'
import { HelpPart } from './help-part.tsx'
import { type LinkedPhotos, PhotosPart } from './photo-views.tsx'
import type { ShownFeedback } from './show-feedback.ts'

export type StatusPage = Omit<ShownFeedback, 'database'> &
  LinkedPhotos & {
    readonly locale: Locale
    readonly now: number
    readonly config: Pick<FixpointConfig, 'countries' | 'hotline' | 'outsideHelp'>
    readonly commandId: string
    /** What a form shows that it was made for this feedback. */
    readonly mark: string
    /** Something changed while the reader's form was open, and what they had typed. */
    readonly isStale: boolean
    readonly typed: string
  }
type Props = { readonly page: StatusPage }

/** What, until when: one sentence. */
export function sentenceOf({ feedback, locale, now }: StatusPage): string {
  const t = translator(locale)
  const { dueAt } = lastRound(feedback)
  if (feedback.status !== 'open') return t(`feedback.status.${feedback.status}`)
  if (dueAt === null) return t('feedback.status.waiting')
  const time = timeText(locale, feedback.zone, dueAt)
  return now > dueAt ? t('feedback.status.late', { time }) : t('feedback.status.open', { time })
}

/** Steps that a customer is told of; a late answer is named, a suspicion isn't. */
const STEP_NAMES: Partial<Record<FeedbackEventType, MessageKey>> = {
  'feedback.registered': 'feedback.step.registered',
  'feedback.answered': 'feedback.step.answered',
  'feedback.reopened': 'feedback.step.reopened',
  'feedback.solved': 'feedback.step.solved',
  'feedback.suspicion_confirmed': 'feedback.step.complaint',
}

function stopsOf({ events, feedback, locale }: StatusPage): readonly LineStop[] {
  const t = translator(locale)
  const at = (time: number) => timeText(locale, feedback.zone, time)
  const done = events.flatMap(({ type, version, happenedAt, data }): LineStop[] => {
    const isMiss = (data as FeedbackFacts).missed === 'answer'
    const name = isMiss ? 'feedback.step.missed' : STEP_NAMES[type]
    const stop = {
      key: String(version),
      time: at(happenedAt),
      state: 'done',
      branch: false,
    } as const
    return name ? [{ ...stop, name: t(name as 'feedback.step.registered') }] : []
  })
  const { dueAt } = lastRound(feedback)
  const [last] = done.splice(-1)
  return [
    ...done,
    ...(last ? [{ ...last, state: 'now' as const }] : []),
    ...(feedback.status === 'open' && dueAt !== null
      ? [
          {
            ...{ key: 'due', name: t('feedback.step.answer_due'), time: at(dueAt) },
            ...({ state: 'ahead', branch: false } as const),
          },
        ]
      : []),
  ]
}

/** What was said, answered and said again, in turn. */
function wordsOf(page: StatusPage, t: Translate): readonly (readonly [string, string])[] {
  const words = page.personal?.words ?? {}
  const { rounds, answerCount } = page.feedback
  const order = [
    ['said', t('feedback.status.you_said')],
    ...Array.from({ length: Math.max(answerCount, rounds.length) }, (_, place) => [
      [`answer.${place + 1}`, t('feedback.status.answer')],
      [`not_solved.${place + 1}`, t('feedback.status.not_solved')],
    ]).flat(),
  ] as const
  return order.flatMap(([key = '', title = '']) =>
    words[key] ? [[title, words[key]] as const] : [],
  )
}

function Said({ page }: Props) {
  const t = translator(page.locale)
  const said = wordsOf(page, t)
  if (said.length === 0) return <p>{t('feedback.status.erased')}</p>
  return (
    <>
      {said.map(([title, words], place) => (
        <section key={String(place)}>
          <h2>{title}</h2>
          <p className="voice-words">{words}</p>
        </section>
      ))}
    </>
  )
}

const Hidden = ({ page, action }: Props & { readonly action: string }) => (
  <>
    <input type="hidden" name="version" value={String(page.feedback.version)} />
    <input type="hidden" name="commandId" value={`${page.commandId}-${action}`} />
    <input type="hidden" name="about" value={page.mark} />
  </>
)

/** Whether the answer helped: by the customer alone. */
function IsItSolved({ page }: Props) {
  const { feedback, locale, typed } = page
  const t = translator(locale)
  const { status } = feedback
  if (status !== 'answered' && status !== 'solved') return null
  return (
    <section aria-labelledby="solved">
      <h2 id="solved">{t('feedback.status.is_it_solved')}</h2>
      {status === 'answered' ? (
        <form method="post" action={localePath(locale, '/feedback/actions/solve')}>
          <Hidden page={page} action="solve" />
          <button className="btn btn-primary" type="submit">
            {t('feedback.status.yes')}
          </button>
        </form>
      ) : null}
      <details className="voice-more" open={typed !== ''}>
        <summary>{t('feedback.status.no')}</summary>
        <form method="post" action={localePath(locale, '/feedback/actions/reopen')}>
          <Hidden page={page} action="reopen" />
          <label htmlFor="words">{t('feedback.status.missing')}</label>
          <p className="book-hint" id="words-hint">
            {t('feedback.status.missing_hint')}
          </p>
          <textarea
            className="input book-text"
            id="words"
            name="words"
            rows={4}
            maxLength={LONGEST_SAID}
            aria-describedby="words-hint"
          >
            {typed}
          </textarea>
          <button className="btn btn-primary" type="submit">
            {t('feedback.status.no')}
          </button>
        </form>
      </details>
    </section>
  )
}

function AsComplaint({ page }: Props) {
  const t = translator(page.locale)
  const complaint = page.feedback.suspicion?.complaint
  if (page.feedback.status !== 'complaint' || !complaint) return null
  return (
    <section>
      <p>{t('feedback.status.complaint_text')}</p>
      <form method="post" action={localePath(page.locale, '/feedback/actions/complaint')}>
        <button className="btn btn-primary" type="submit">
          {t('feedback.status.to_complaint', { code: spellCode(complaint) })}
        </button>
      </form>
    </section>
  )
}

/** Feedback as whoever gave it sees it: one sentence, what was said, its steps, what can be said to it. */
export function StatusView({ page }: Props) {
  const { locale, feedback, config } = page
  const t = translator(locale)
  return (
    <>
      {page.isStale ? (
        <p className="notice" role="alert" data-notice="stale">
          {t('feedback.status.changed')}
        </p>
      ) : null}
      <header className="repair-status" data-status={feedback.status}>
        <p className="repair-what">
          <span className="whitespace-nowrap">
            {t('feedback.status.code', { code: spellCode(feedback.code) })}
          </span>
          <span>{t(`feedback.kind.${feedback.kind}`)}</span>
          {page.outlet ? <span>{page.outlet.name[locale]}</span> : null}
        </p>
        <h1>{sentenceOf(page)}</h1>
      </header>
      <div className="voice-columns">
        <div className="voice-stack">
          <AsComplaint page={page} />
          <Said page={page} />
          <IsItSolved page={page} />
          <PhotosPart {...page} mayAdd={takesPhotos('feedback', feedback.status)} />
        </div>
        <div className="voice-stack">
          <section aria-labelledby="way">
            <h2 id="way">{t('feedback.status.way')}</h2>
            <RepairLine locale={locale} stops={stopsOf(page)} />
          </section>
          <HelpPart locale={locale} config={config} country={page.country} />
        </div>
      </div>
    </>
  )
}
