import { COMPLAINT_CAUSES, URGENT_REASONS } from '#domain/complaints/complaint.ts'
import { LONGEST_WORDS } from '#domain/complaints/complaint-words.ts'
import { FEEDBACK_CHANNELS } from '#domain/feedback/channels.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { LOCALE_NAMES, LOCALES, type Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ConfirmedComplaint } from '../confirm-registered.ts'
import type { Faults, Typed } from '../form-query.ts'
import { fieldLabel } from './step-form.tsx'

export type NewPage = {
  readonly t: Translate
  readonly typed: Typed
  readonly faults: Faults
  readonly refusal: 'unknown_outlet' | 'unknown_repair' | 'key_reused' | null
  readonly commandId: string
  readonly locale: Locale
  /** What was just registered, for whoever doesn't see it afterwards. */
  readonly registered: ConfirmedComplaint | null
}

type Props = { readonly page: NewPage }
type FieldName =
  | 'channel'
  | 'isFormal'
  | 'receivedAt'
  | 'outletCode'
  | 'repairCode'
  | 'cause'
  | 'urgent'
  | 'legalDate'
  | 'locale'
  | 'words'
  | 'name'
  | 'phone'
  | 'email'

type Described = {
  readonly id: FieldName
  readonly name: FieldName
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}
type RowProps = Props & {
  readonly name: FieldName
  readonly children: (described: Described) => React.ReactNode
}

function Row({ page, name, children }: RowProps) {
  const { t, faults } = page
  const fault = faults.get(name)
  const described = {
    ...{ id: name, name },
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault ? `${name}-fault` : undefined,
  }
  return (
    <div className={name === 'isFormal' ? 'desk-field desk-flag' : 'desk-field'}>
      <label htmlFor={name}>{fieldLabel(t, name)}</label>
      {fault ? (
        <p id={`${name}-fault`} className="desk-fault" role="alert">
          {t(`desk.complaints.fault.${fault}`)}
        </p>
      ) : null}
      {children(described)}
    </div>
  )
}

type TextProps = Props & {
  readonly name: FieldName
  readonly type?: string
  readonly required?: boolean
}

const Text = ({ page, name, type = 'text', required = false }: TextProps) => (
  <Row page={page} name={name}>
    {(described) => (
      <input
        className="input"
        {...{ ...described, type, required }}
        maxLength={200}
        autoComplete="off"
        value={page.typed[name] ?? ''}
      />
    )}
  </Row>
)

type ChooseProps = Props & {
  readonly name: FieldName
  readonly empty: string | null
  readonly choices: readonly { readonly value: string; readonly words: string }[]
}

const Choose = ({ page, name, empty, choices }: ChooseProps) => (
  <Row page={page} name={name}>
    {(described) => (
      <select className="select" {...described} required={name === 'channel'}>
        {empty === null ? null : <option value="">{empty}</option>}
        {choices.map(({ value, words }) => (
          <option key={value} value={value} selected={page.typed[name] === value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Row>
)

/** How it came, and when it reached us. */
function Received({ page }: Props) {
  const { t, typed } = page
  const channels = FEEDBACK_CHANNELS.map((value) => ({
    value,
    words: t(`desk.complaints.channel.${value}`),
  }))
  return (
    <>
      <Choose page={page} name="channel" empty={t('desk.complaints.choose')} choices={channels} />
      <Row page={page} name="isFormal">
        {(described) => (
          <input
            className="checkbox"
            type="checkbox"
            value="true"
            checked={typed['isFormal'] === 'true'}
            {...described}
          />
        )}
      </Row>
      <Text page={page} name="receivedAt" type="datetime-local" required />
      <Row page={page} name="words">
        {(described) => (
          <textarea className="textarea" rows={6} maxLength={LONGEST_WORDS} required {...described}>
            {typed['words'] ?? ''}
          </textarea>
        )}
      </Row>
    </>
  )
}

/** What it is about, and how much it hurries. */
function About({ page }: Props) {
  const { t } = page
  const causes = COMPLAINT_CAUSES.map((value) => ({
    value,
    words: t(`desk.complaints.cause.${value}`),
  }))
  const urgent = URGENT_REASONS.map((value) => ({
    value,
    words: t(`desk.complaints.urgent.${value}`),
  }))
  return (
    <>
      <Text page={page} name="outletCode" />
      <Text page={page} name="repairCode" />
      <Choose page={page} name="cause" empty={t('desk.complaints.not_known')} choices={causes} />
      <Choose page={page} name="urgent" empty={t('desk.complaints.not_urgent')} choices={urgent} />
      <Text page={page} name="legalDate" type="date" />
    </>
  )
}

/** Each fault, leading to its field. */
function FaultLinks({ page: { t, faults } }: Props) {
  if (faults.size === 0) return null
  return (
    <ul className="desk-list">
      {[...faults].map(([name, fault]) => (
        <li key={name}>
          <a href={`#${name}`}>
            {fieldLabel(t, name)} · {t(`desk.complaints.fault.${fault}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What to tell the customer: the code to ask by, and when somebody calls. */
function Registered({ page: { t, locale, registered } }: Props) {
  if (!registered) return null
  const { code, zone, contactBy } = registered
  return (
    <div className="desk-done" role="status">
      <p>{t('desk.complaints.registered_as', { code: spellCode(code) })}</p>
      <p>
        {contactBy === null
          ? t('desk.complaints.contact_nobody')
          : t('desk.complaints.contact_by', { time: timeText(locale, zone, contactBy) })}
      </p>
    </div>
  )
}

/** The desk's form for a complaint that somebody heard, read or saw. */
export function NewView({ page }: Props) {
  const { t, faults, refusal, commandId } = page
  const notice = refusal
    ? t(`problems.${refusal}.detail`)
    : faults.size > 0
      ? t('desk.complaints.look_again')
      : null
  const languages = LOCALES.map((value) => ({ value, words: LOCALE_NAMES[value] }))
  return (
    <div className="desk-narrow">
      <h1>{t('desk.complaints.new')}</h1>
      <Registered page={page} />
      {notice ? (
        <div className="desk-alarm desk-notice" role="alert" tabIndex={-1}>
          <p>{notice}</p>
          <FaultLinks page={page} />
        </div>
      ) : null}
      <form className="desk-form" method="post" action="/desk/complaints/new/">
        <input type="hidden" name="commandId" value={commandId} />
        <Received page={page} />
        <About page={page} />
        <p className="desk-muted">{t('desk.complaints.contact_hint')}</p>
        <Text page={page} name="name" />
        <Text page={page} name="phone" />
        <Text page={page} name="email" type="email" />
        <Choose page={page} name="locale" empty={null} choices={languages} />
        <button className="btn btn-primary" type="submit">
          {t('desk.complaints.new')}
        </button>
      </form>
    </div>
  )
}
