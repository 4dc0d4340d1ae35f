import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { modelOf } from '#domain/repairs/catalogue.ts'
import type { RepairStatus } from '#domain/repairs/repair.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { formatDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { CountedPhone, ShownCount } from '../show-count.ts'

/** What the last scan came to, above the box. */
export type ScanNotice = { readonly text: string; readonly isGood: boolean }

export type CountPage = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'catalogue'>
  readonly count: ShownCount
  readonly notice: ScanNotice | null
  /** What couldn't be read, so that it can be mended. */
  readonly typed: string
}

const addressOf = ({ outlet, id }: ShownCount): string => `/desk/count/${outlet.code}/${id}/`

type ListProps = {
  readonly t: Translate
  readonly config: CountPage['config']
  readonly phones: readonly CountedPhone[]
  readonly caption: string
}

const statusText = (t: Translate, { status }: CountedPhone): string =>
  status === null ? t('desk.count.no_record') : t(`desk.find.status.${status as RepairStatus}`)

function PhoneList({ t, config, phones, caption }: ListProps) {
  return (
    <div className="desk-scroll">
      <table className="desk-table is-stacked">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.find.column.code')}</th>
            <th scope="col">{t('desk.count.shelf')}</th>
            <th scope="col">{t('desk.find.column.phone')}</th>
            <th scope="col">{t('desk.find.column.status')}</th>
            <th scope="col">{t('desk.find.column.outlet')}</th>
          </tr>
        </thead>
        <tbody>
          {phones.map((phone) => (
            <tr key={phone.code}>
              <th scope="row">
                <a className="tap-target find-code" href={`/desk/repairs/${phone.code}/`}>
                  {spellCode(phone.code)}
                </a>
              </th>
              <td data-label={phone.shelf ? t('desk.count.shelf') : undefined}>{phone.shelf}</td>
              <td>{modelOf(config.catalogue, phone.model ?? '')?.name}</td>
              <td>{statusText(t, phone)}</td>
              <td data-label={t('desk.find.column.outlet')}>{phone.atOutlet}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figures({ t, count }: { readonly t: Translate; readonly count: ShownCount }) {
  const figures = [
    ['expected', count.expected],
    ['found', count.found.length],
    ...(count.missing ? ([['missing', count.missing.length]] as const) : []),
    ['unknown', count.unknown.length],
  ] as const
  return (
    <dl className="count-figures">
      {figures.map(([key, number]) => (
        <div key={key}>
          <dt>{t(`desk.count.${key}`)}</dt>
          <dd className="desk-count" data-figure={key}>
            {number}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const LAST_SHOWN = 10

function Scanning({ page, t }: { readonly page: CountPage; readonly t: Translate }) {
  const { count, notice, typed } = page
  const address = addressOf(count)
  const last = count.found.slice(-LAST_SHOWN).reverse()
  return (
    <count-scan
      src={`/api/v1/desk/outlets/${count.outlet.code}/counts/${count.id}/scans`}
      data-unreadable={t('desk.count.unreadable')}
      data-failed={t('desk.count.failed')}
    >
      <form className="desk-form" method="post" action={`${address}scan`}>
        <output className={notice && !notice.isGood ? 'desk-alarm' : 'count-said'}>
          {notice?.text ?? t('desk.count.ready')}
        </output>
        <label className="desk-field">
          <span>{t('desk.count.scan')}</span>
          <input
            className="input count-input"
            name="code"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={typed}
            // The scanner types into it.
            autoFocus
          />
        </label>
        <button className="btn" type="submit">
          {t('desk.count.add')}
        </button>
      </form>
      <ol className="desk-list count-last" aria-label={t('desk.count.last')}>
        {last.map((code) => (
          <li key={code}>{spellCode(code)}</li>
        ))}
      </ol>
    </count-scan>
  )
}

function Open({ page, t }: { readonly page: CountPage; readonly t: Translate }) {
  const { count, config } = page
  return (
    <>
      <div className="desk-columns">
        <Scanning page={page} t={t} />
        <section className="desk-part" aria-labelledby="count-unknown">
          <h2 id="count-unknown">{t('desk.count.unknown')}</h2>
          <p className="desk-muted">{t('desk.count.unknown_hint')}</p>
          {count.unknown.length > 0 ? (
            <PhoneList
              t={t}
              config={config}
              phones={count.unknown}
              caption={t('desk.count.unknown')}
            />
          ) : null}
        </section>
      </div>
      <form className="desk-part" method="post" action={`${addressOf(count)}finish`}>
        <p className="desk-muted">{t('desk.count.finish_hint')}</p>
        <div>
          <button className="btn btn-primary" type="submit">
            {t('desk.count.finish')}
          </button>
        </div>
      </form>
    </>
  )
}

function Result({ page, t }: { readonly page: CountPage; readonly t: Translate }) {
  const { count, config } = page
  const { missing, unknown } = count
  const isGood = missing?.length === 0 && unknown.length === 0
  return (
    <>
      <p className={isGood ? 'count-said' : 'desk-alarm'} role="status">
        {t(isGood ? 'desk.count.all_there' : 'desk.count.not_all_there')}
      </p>
      {missing && missing.length > 0 ? (
        <section className="desk-part" aria-labelledby="count-missing">
          <h2 id="count-missing">{t('desk.count.missing')}</h2>
          <p className="desk-muted">{t('desk.count.missing_hint')}</p>
          <PhoneList t={t} config={config} phones={missing} caption={t('desk.count.missing')} />
        </section>
      ) : null}
      {unknown.length > 0 ? (
        <section className="desk-part" aria-labelledby="count-unknown">
          <h2 id="count-unknown">{t('desk.count.unknown')}</h2>
          <PhoneList t={t} config={config} phones={unknown} caption={t('desk.count.unknown')} />
        </section>
      ) : null}
      <p className="desk-row count-actions">
        <button className="btn" type="button" data-print hidden>
          {t('desk.count.print')}
        </button>
        <a className="btn" href={`/desk/count/?outlet=${count.outlet.code}`}>
          {t('desk.count.all')}
        </a>
      </p>
    </>
  )
}

/** A count as it runs, or what came of it. */
export function CountView(page: CountPage) {
  const { locale, count } = page
  const t = translator(locale)
  const { outlet, day, by, finishedAt } = count
  return (
    <div className="count">
      <h1>{t('desk.count.of', { date: formatDate(locale, day), outlet: outlet.code })}</h1>
      <p className="desk-muted">
        {outlet.name[locale]} · {t('desk.count.by', { name: by })}
        {finishedAt === null
          ? ''
          : ` · ${t('desk.count.finished_at', { time: timeText(locale, outlet.zone, finishedAt) })}`}
      </p>
      <Figures t={t} count={count} />
      {finishedAt === null ? <Open page={page} t={t} /> : <Result page={page} t={t} />}
    </div>
  )
}
