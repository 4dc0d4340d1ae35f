import { NOTICE_KINDS, noticeState } from '#domain/desk/network-notice.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import {
  FaultList,
  type Faults,
  Field,
  Refusal,
  Saved,
  Seen,
  Select,
} from '#functions/desk-network/views/form-parts.tsx'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { StandingNotice } from '../edit-notices.ts'

export type NoticesProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly now: number
  readonly notices: readonly StandingNotice[]
  /** Address of the next page. */
  readonly next: string | null
  readonly mayRebuild: boolean
  readonly commandId: string
  readonly typed: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  readonly isSaved?: boolean
}

const Standing = ({ notice, ...props }: NoticesProps & { readonly notice: StandingNotice }) => {
  const { t, locale, zone, now, commandId } = props
  const state = noticeState(notice, now)
  const mayWithdraw = state === 'running' || state === 'coming'
  return (
    <li className="network-notice">
      <p>
        <strong>{t(`desk.network.notices.kind.${notice.kind}`)}</strong> ·{' '}
        {t(`desk.network.notices.${state}`)} · {timeText(locale, zone, notice.fromAt)} –{' '}
        {timeText(locale, zone, notice.untilAt)}
      </p>
      <p lang="en">{notice.text.en}</p>
      <p lang="zh-CN">{notice.text['zh-CN']}</p>
      {mayWithdraw && (
        <form method="post" action={`/desk/notices/${notice.id}/withdraw`}>
          <Seen version={notice.version} commandId={`${commandId}-${notice.id}`} />
          <button className="btn" type="submit">
            {t('desk.network.notices.withdraw')}
          </button>
        </form>
      )}
    </li>
  )
}

const NewNotice = ({ t, typed, faults, commandId, zone }: NoticesProps) => (
  <form className="desk-form" method="post" action="/desk/notices/">
    <Seen commandId={commandId} />
    <Select
      {...{ t, faults, name: 'kind', label: t('desk.network.kind') }}
      value={typed.text('kind')}
      options={NOTICE_KINDS.map((kind) => ({
        value: kind,
        label: t(`desk.network.notices.kind.${kind}`),
      }))}
    />
    <Field
      {...{ t, faults, name: 'textEn', rows: 2, maxLength: 300, lang: 'en', required: true }}
      label={t('desk.network.in_english', { what: t('desk.network.notices.text') })}
      value={typed.text('textEn')}
    />
    <Field
      {...{ t, faults, name: 'textZh', rows: 2, maxLength: 300, lang: 'zh-CN', required: true }}
      label={t('desk.network.in_chinese', { what: t('desk.network.notices.text') })}
      value={typed.text('textZh')}
    />
    <div className="desk-fields">
      {(['from', 'until'] as const).map((name) => (
        <Field
          key={name}
          {...{ t, faults, name, type: 'datetime-local', required: true }}
          label={t(`desk.network.notices.${name}`, { zone })}
          value={typed.text(name)}
        />
      ))}
    </div>
    <button className="btn btn-primary" type="submit">
      {t('desk.network.notices.go')}
    </button>
  </form>
)

/** Service notices: those that stand, and a new one. */
export const NoticesView = (props: NoticesProps) => {
  const { t, notices, next, refusal, faults, isSaved, mayRebuild } = props
  return (
    <>
      <h1>{t('desk.network.notices.title')}</h1>
      <p>{t('desk.network.notices.what')}</p>
      {mayRebuild && (
        <p>
          <a className="tap-target" href="/desk/site/">
            {t('desk.network.notices.to_site')}
          </a>
        </p>
      )}
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <div className="desk-columns">
        <section className="desk-stack" aria-labelledby="new-notice">
          <h2 id="new-notice">{t('desk.network.notices.new')}</h2>
          <NewNotice {...props} />
        </section>
        <section className="desk-stack" aria-labelledby="standing-notices">
          <h2 id="standing-notices">{t('desk.network.notices.standing')}</h2>
          {notices.length === 0 && <p>{t('desk.network.notices.none')}</p>}
          <ul className="desk-list">
            {notices.map((notice) => (
              <Standing key={notice.id} {...props} notice={notice} />
            ))}
          </ul>
          {next && (
            <p>
              <a className="btn" href={next} rel="next">
                {t('desk.network.next_page')}
              </a>
            </p>
          )}
        </section>
      </div>
    </>
  )
}
