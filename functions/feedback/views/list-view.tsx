import { FEEDBACK_KINDS, type Feedback, type FeedbackKind } from '#domain/feedback/feedback.ts'
import { todoAt } from '#domain/feedback/feedback-steps.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { FEEDBACK_LISTS, type FeedbackListed, type ListWish } from '../list-feedback.ts'
import { channelText, type DeskWords, deskAddress, dueText, standingText } from './desk-words.ts'

type Props = Omit<FeedbackListed, 'next'> & {
  /** Where the next page begins; null = this is the last one. */
  readonly next: string | null
  readonly words: DeskWords
  readonly wish: ListWish
  readonly mayEnter: boolean
  readonly mayComplain: boolean
  readonly mayExport: boolean
}

const addressOf = (list: string, kind: FeedbackKind | null, from?: string): string =>
  `/desk/feedback/?${new URLSearchParams({
    list,
    ...(kind && { kind }),
    ...(from && { from }),
  })}`

const Row = ({ words, feedback }: Pick<Props, 'words'> & { readonly feedback: Feedback }) => {
  const { t, locale } = words
  const due = dueText(words, feedback, todoAt(feedback))
  return (
    <tr>
      <th scope="row">
        <a className="tap-target network-code" href={deskAddress(feedback.code)}>
          {spellCode(feedback.code)}
        </a>
      </th>
      <td data-label={t('desk.feedback.due')}>
        {due ? (
          <span className={due.isLate ? 'desk-fault' : undefined}>{due.text}</span>
        ) : (
          t('desk.feedback.nothing_due')
        )}
      </td>
      <td data-label={t('desk.feedback.what')}>
        {t(`feedback.kind.${feedback.kind}`)}
        <br />
        <small className="desk-muted">{channelText(words, feedback)}</small>
      </td>
      <td data-label={t('desk.feedback.outlet')}>
        {feedback.outlet ?? t('desk.feedback.network')}
      </td>
      <td data-label={t('desk.feedback.standing')}>{standingText(words, feedback)}</td>
      <td data-label={t('desk.feedback.reached')}>
        {timeText(locale, feedback.zone, feedback.receivedAt)}
      </td>
    </tr>
  )
}

const Head = ({ words, mayEnter, mayComplain, mayExport }: Props) => {
  const { t } = words
  return (
    <div className="network-head">
      <h1>{t('desk.feedback.title')}</h1>
      <p className="desk-row">
        {mayExport && (
          <a className="btn" href="/desk/feedback/export.csv">
            {t('desk.feedback.export')}
          </a>
        )}
        {mayComplain && (
          <a className="btn" href="/desk/complaints/new/">
            {t('desk.complaints.new')}
          </a>
        )}
        {mayEnter && (
          <a className="btn btn-primary" href="/desk/feedback/new/">
            {t('desk.feedback.new')}
          </a>
        )}
      </p>
    </div>
  )
}

const Filters = ({ words: { t }, wish }: Props) => (
  <>
    <nav className="desk-nav" aria-label={t('desk.feedback.lists')}>
      {FEEDBACK_LISTS.map((list) => (
        <a
          key={list}
          href={addressOf(list, wish.kind)}
          aria-current={list === wish.list ? 'true' : undefined}
        >
          {t(`desk.feedback.list.${list}`)}
        </a>
      ))}
    </nav>
    <form className="desk-row" method="get" action="/desk/feedback/">
      <input type="hidden" name="list" value={wish.list} />
      <label className="desk-label" htmlFor="kind">
        {t('desk.feedback.kinds')}
      </label>
      <select className="select" id="kind" name="kind">
        <option value="">{t('desk.feedback.every_kind')}</option>
        {FEEDBACK_KINDS.map((kind) => (
          <option key={kind} value={kind} selected={kind === wish.kind}>
            {t(`feedback.kind.${kind}`)}
          </option>
        ))}
      </select>
      <button className="btn" type="submit">
        {t('desk.feedback.filter')}
      </button>
    </form>
  </>
)

const COLUMNS = ['code', 'due', 'what', 'outlet', 'standing', 'reached'] as const

/** What was told the network: what wants a person stands first. No words and no names. */
export const ListView = (props: Props) => {
  const { words, wish, listed, next, counts } = props
  const { t } = words
  return (
    <>
      <Head {...props} />
      <Filters {...props} />
      {counts && <p>{t('desk.feedback.counts', { ...counts })}</p>}
      {listed.length === 0 ? (
        <p>{t('desk.feedback.none')}</p>
      ) : (
        <div className="desk-scroll">
          <table className="desk-table is-stacked">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`desk.feedback.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {listed.map((feedback) => (
                <Row key={feedback.code} words={words} feedback={feedback} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next !== null && (
        <p>
          <a className="btn" href={addressOf(wish.list, wish.kind, next)} rel="next">
            {t('desk.feedback.next')}
          </a>
        </p>
      )}
    </>
  )
}
