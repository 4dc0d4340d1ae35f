import { COMPLAINT_LEVELS, COMPLAINT_STATUSES } from '#domain/complaints/complaint.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ComplaintsListed, ListedComplaint } from '../list-complaints.ts'
import { addressOf } from './complaint-page.ts'
import { dueText, statusText } from './status-text.ts'

export type ListFilter = {
  readonly mine: boolean
  readonly level: string
  readonly status: string
}

export type ListPage = Omit<ComplaintsListed, 'next'> & {
  /** Where the next page begins; null = this is the last one. */
  readonly next: string | null
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly filter: ListFilter
  readonly mayRegister: boolean
  readonly mayExport: boolean
}

type Props = { readonly page: ListPage }

function Filter({ page }: Props) {
  const { t, filter } = page
  return (
    <form className="desk-row" method="get" action="/desk/complaints/">
      <select className="select desk-filter" name="mine" aria-label={t('desk.complaints.filter')}>
        <option value="">{t('desk.complaints.all')}</option>
        <option value="1" selected={filter.mine}>
          {t('desk.complaints.mine')}
        </option>
      </select>
      <select
        className="select desk-filter"
        name="level"
        aria-label={t('desk.complaints.level_is')}
      >
        <option value="">{t('desk.complaints.any_level')}</option>
        {COMPLAINT_LEVELS.map((level) => (
          <option key={level} value={level} selected={filter.level === level}>
            {t(`desk.complaints.level.${level}`)}
          </option>
        ))}
      </select>
      <select className="select desk-filter" name="status" aria-label={t('desk.complaints.stands')}>
        <option value="">{t('desk.complaints.any_status')}</option>
        {COMPLAINT_STATUSES.map((status) => (
          <option key={status} value={status} selected={filter.status === status}>
            {t(`desk.complaints.status.${status}`)}
          </option>
        ))}
      </select>
      <button className="btn" type="submit">
        {t('desk.complaints.apply')}
      </button>
    </form>
  )
}

/** Any complaint or feedback by its reference; posted, so that no address holds what was typed. */
const ByCode = ({ t }: Pick<ListPage, 't'>) => (
  <form
    className="desk-row"
    method="post"
    action="/desk/find/"
    role="search"
    aria-label={t('desk.complaints.find')}
  >
    <label className="desk-field">
      <span>{t('desk.complaints.find')}</span>
      <input
        className="input"
        name="q"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        required
      />
    </label>
    <button className="btn" type="submit">
      {t('desk.find.go')}
    </button>
  </form>
)

function Row({ page, listed }: Props & { readonly listed: ListedComplaint }) {
  const { t, locale } = page
  const { complaint, isMine } = listed
  const due = dueText(page, complaint)
  return (
    <tr className={due.isLate ? 'is-late' : undefined}>
      <th scope="row">
        <a className="tap-target" href={addressOf(complaint.code)} translate="no">
          {spellCode(complaint.code)}
        </a>
      </th>
      <td>
        {statusText(t, complaint)}
        {complaint.urgent ? (
          <strong className="late"> {t(`desk.complaints.urgent.${complaint.urgent}`)}</strong>
        ) : null}
      </td>
      <td className={due.isLate ? 'late' : undefined}>{due.text}</td>
      <td data-label={t('desk.complaints.level_is')}>
        {t(`desk.complaints.level.${complaint.level ?? 'none'}`)}
        {isMine ? <strong> {t('desk.complaints.is_mine')}</strong> : null}
      </td>
      <td data-label={t('desk.complaints.cause_is')}>
        {complaint.cause
          ? t(`desk.complaints.cause.${complaint.cause}`)
          : t('desk.complaints.not_known')}
      </td>
      <td data-label={t('desk.complaints.outlet_is')}>
        {complaint.outlet ?? t('desk.complaints.no_outlet')}
      </td>
      <td data-label={t('desk.complaints.received')}>
        {timeText(locale, complaint.zone, complaint.receivedAt)}
      </td>
    </tr>
  )
}

function Table({ page }: Props) {
  const { t, listed } = page
  return (
    <div className="desk-scroll">
      <table className="desk-table is-stacked">
        <thead>
          <tr>
            <th scope="col">{t('desk.complaints.code')}</th>
            <th scope="col">{t('desk.complaints.stands')}</th>
            <th scope="col">{t('desk.complaints.due')}</th>
            <th scope="col">{t('desk.complaints.level_is')}</th>
            <th scope="col">{t('desk.complaints.cause_is')}</th>
            <th scope="col">{t('desk.complaints.outlet_is')}</th>
            <th scope="col">{t('desk.complaints.received')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((one) => (
            <Row key={one.complaint.code} page={page} listed={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Next({ page: { t, filter, next } }: Props) {
  if (next === null) return null
  const { mine, level, status } = filter
  const asked = new URLSearchParams({ ...(mine && { mine: '1' }), level, status, from: next })
  return (
    <p>
      <a className="btn" rel="next" href={`/desk/complaints/?${asked}`}>
        {t('desk.network.next_page')}
      </a>
    </p>
  )
}

/** Open complaints, what is due first, or closed ones, the latest first. */
export function ListView({ page }: Props) {
  const { t, listed, filter, mayRegister, mayExport } = page
  const none = filter.status === 'closed' ? 'none_closed' : 'none'
  return (
    <>
      <div className="desk-row">
        <h1>{t('desk.complaints.title')}</h1>
        {mayRegister ? (
          <a className="btn btn-primary" href="/desk/complaints/new/">
            {t('desk.complaints.new')}
          </a>
        ) : null}
        {mayExport ? (
          <a className="btn" href="/desk/complaints/export.csv">
            {t('desk.complaints.export')}
          </a>
        ) : null}
      </div>
      <ByCode t={t} />
      <Filter page={page} />
      {listed.length > 0 ? <Table page={page} /> : <p>{t(`desk.complaints.${none}`)}</p>}
      <Next page={page} />
    </>
  )
}
