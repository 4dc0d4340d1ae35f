import type { FeedbackEvent, FeedbackFacts } from '#domain/feedback/feedback.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { Refusal } from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { VoiceContact } from '#functions/voices/voice-private.ts'
import { type LinkedPhotos, VoicePhotos } from '../photo-views.tsx'
import type { ShownFeedback } from '../show-feedback.ts'
import { AnswerPart, SuspicionPart, ThemesPart } from './act-parts.tsx'
import { answerDue, channelText, type DeskWords, dueText, standingText } from './desk-words.ts'

export type ItemPage = Omit<ShownFeedback, 'database'> &
  LinkedPhotos & {
    readonly words: DeskWords
    readonly may: {
      readonly act: boolean
      readonly decide: boolean
      readonly customer: boolean
      readonly repair: boolean
    }
    readonly names: ReadonlyMap<string, string>
    readonly commandId: string
    /** What was typed into a form that came back, and why it did. */
    readonly typed: Readonly<Record<string, string>>
    readonly refusal: ProblemCode | null
    /** The answer was left empty, or is too long. */
    readonly isAnswerFaulty: boolean
  }
type Props = { readonly page: ItemPage }

/** Whoever calls back has the number under the thumb. */
const Reach = ({ name, phone, email }: VoiceContact) => (
  <>
    {name}{' '}
    {phone ? (
      <a className="tap-target whitespace-nowrap" href={`tel:${phone.dial}`}>
        {phone.display}
      </a>
    ) : null}{' '}
    {email ? (
      <a className="tap-target" href={`mailto:${email}`}>
        {email}
      </a>
    ) : null}
  </>
)

const Facts = ({ page }: Props) => {
  const { words, feedback, personal, outlet, may } = page
  const { t, locale } = words
  const due = dueText(words, feedback, answerDue(feedback))
  const solve = feedback.status === 'solved' ? null : feedback.solving.dueAt
  const facts: readonly (readonly [string, unknown])[] = [
    [t('desk.feedback.standing'), standingText(words, feedback)],
    [t('desk.feedback.answer_by'), due?.text ?? t('desk.feedback.nothing_due')],
    ...(solve === null
      ? []
      : [[t('desk.feedback.solve_by'), dueText(words, feedback, solve)?.text] as const]),
    [t('desk.feedback.reached'), timeText(locale, feedback.zone, feedback.receivedAt)],
    [t('desk.feedback.reached_by'), channelText(words, feedback)],
    [t('desk.feedback.touchpoint'), t(`desk.feedback.touchpoint.${feedback.touchpoint}`)],
    [t('desk.feedback.outlet'), outlet ? outlet.name[locale] : t('desk.feedback.network')],
    ...(feedback.topic
      ? [[t('desk.feedback.topic'), t(`feedback.theme.${feedback.topic}`)] as const]
      : []),
  ]
  return (
    <section className="desk-part" aria-label={t('desk.feedback.what')}>
      <dl className="network-facts">
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt className="desk-label">{term}</dt>
            <dd>{said as string}</dd>
          </div>
        ))}
        {may.customer && (
          <div>
            <dt className="desk-label">{t('desk.feedback.from')}</dt>
            <dd>
              {personal?.contact ? (
                <Reach {...personal.contact} />
              ) : (
                t(personal ? 'desk.feedback.anonymous' : 'feedback.status.erased')
              )}
            </dd>
          </div>
        )}
        {feedback.repair && (
          <div>
            <dt className="desk-label">{t('desk.feedback.repair')}</dt>
            <dd>
              {may.repair ? (
                <a className="tap-target network-code" href={`/desk/repairs/${feedback.repair}/`}>
                  {spellCode(feedback.repair)}
                </a>
              ) : (
                spellCode(feedback.repair)
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** What was said and answered, in turn. */
const Said = ({ page }: Props) => {
  const { words, feedback, personal } = page
  const { t } = words
  const kept = personal?.words ?? {}
  const turns = Math.max(feedback.answerCount, feedback.rounds.length)
  const parts: readonly (readonly [string, string | undefined])[] = [
    [t('desk.feedback.said'), kept['said']],
    ...Array.from({ length: turns }, (_, place) => [
      [
        t('desk.feedback.answer_number', { number: place + 1 }),
        kept[`answer.${place + 1}`],
      ] as const,
      [t('desk.feedback.not_solved'), kept[`not_solved.${place + 1}`]] as const,
    ]).flat(),
  ]
  return (
    <section className="desk-part" aria-label={t('desk.feedback.said')}>
      {personal === null && <p className="desk-muted">{t('feedback.status.erased')}</p>}
      {parts.map(
        ([title, said]) =>
          said && (
            <div key={title}>
              <h2>{title}</h2>
              <p className="voice-words">{said}</p>
            </div>
          ),
      )}
      {page.photos.length > 0 && <VoicePhotos {...page} t={t} className="desk-photos" />}
    </section>
  )
}

const byOf = ({ words: { t }, names }: ItemPage, { actor }: FeedbackEvent): string =>
  actor === 'customer' || actor === 'system'
    ? t(`desk.feedback.by.${actor}`)
    : (names.get(actor) ?? t('desk.feedback.by.staff'))

function eventText({ words: { t } }: ItemPage, { type, data }: FeedbackEvent): string {
  const { missed } = data as FeedbackFacts
  if (type === 'feedback.deadline_missed') {
    return t('desk.feedback.event.deadline_missed', {
      what: t(`desk.feedback.miss.${missed ?? 'answer'}`),
    })
  }
  const name = type.slice('feedback.'.length) as 'registered'
  return t(`desk.feedback.event.${name}`)
}

const History = ({ page }: Props) => {
  const { words, events, feedback } = page
  return (
    <section className="desk-part" aria-labelledby="history">
      <h2 id="history">{words.t('desk.feedback.history')}</h2>
      <ol className="desk-list">
        {events.map((event) => (
          <li key={String(event.version)}>
            {timeText(words.locale, feedback.zone, event.happenedAt)} · {eventText(page, event)} ·{' '}
            {byOf(page, event)}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One piece of feedback: what it is, what was said, and what is to be done first. */
export const ItemView = ({ page }: Props) => {
  const { words, feedback, refusal } = page
  const { t } = words
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/feedback/">
          {t('desk.feedback.title')}
        </a>
      </p>
      <h1>
        {t(`feedback.kind.${feedback.kind}`)} {spellCode(feedback.code)}
      </h1>
      <Refusal t={t} refusal={refusal} />
      <div className="desk-columns">
        <div className="desk-stack">
          <Said page={page} />
          <AnswerPart page={page} />
          <SuspicionPart page={page} />
        </div>
        <div className="desk-stack">
          <Facts page={page} />
          <ThemesPart page={page} />
          <History page={page} />
        </div>
      </div>
    </>
  )
}
