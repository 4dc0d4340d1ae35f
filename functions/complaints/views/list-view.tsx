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

export type ListPage = ComplaintsListed & {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly filter: ListFilter
  readonly mayRegister: boolean
  readonly mayExport: boolean
}

type Props = { readonly page: ListPage }

const OPEN = COMPLAINT_STATUSES.filter((status) => status !== 'closed')

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
        {OPEN.map((status) => (
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

/** Open complaints: one's own first, what is due first. */
export function ListView({ page }: Props) {
  const { t, listed, isCut, mayRegister, mayExport } = page
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
      <Filter page={page} />
      {isCut ? <p className="desk-muted">{t('desk.complaints.cut')}</p> : null}
      {listed.length > 0 ? <Table page={page} /> : <p>{t('desk.complaints.none')}</p>}
    </>
  )
}
