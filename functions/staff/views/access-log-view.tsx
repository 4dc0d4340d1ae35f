import { spellCode } from '#domain/identifiers/crockford.ts'
import { readAccessAct } from '#domain/staff/access-acts.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { AccessEntry, LogOf, LogPage } from '../read-access.ts'

export type LogShown = {
  /** Null = nobody has said whose yet. */
  readonly of: LogOf | null
  readonly page: LogPage | null
  readonly typed: string
  /** What was typed names no record and nobody of the staff. */
  readonly isUnknown?: boolean
}

type Props = LogShown & { readonly t: Translate; readonly locale: Locale }

const when = (locale: Locale, at: number): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(at)

function actText(t: Translate, act: string): string {
  const known = readAccessAct(act)
  return known ? t(`desk.log.act.${known}`) : act
}

type RowProps = Pick<Props, 't' | 'locale'> & { readonly entry: AccessEntry }

const Row = ({ t, locale, entry: { at, act, code, staff } }: RowProps) => (
  <tr>
    <td>
      <time dateTime={new Date(at).toISOString()}>{`${when(locale, at)} UTC`}</time>
    </td>
    <td>
      <a className="tap-target" href={`/desk/log/?staff=${staff.id}`}>
        {staff.name}
      </a>
    </td>
    <td>{actText(t, act)}</td>
    <td>
      {code && (
        <a className="tap-target" href={`/desk/log/?code=${code}`}>
          {spellCode(code)}
        </a>
      )}
    </td>
  </tr>
)

const Entries = ({ t, locale, page }: Pick<Props, 't' | 'locale'> & { readonly page: LogPage }) => (
  <div className="desk-scroll">
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('desk.log.at')}</th>
          <th scope="col">{t('desk.log.who')}</th>
          <th scope="col">{t('desk.log.what')}</th>
          <th scope="col">{t('desk.log.record')}</th>
        </tr>
      </thead>
      <tbody>
        {page.entries.map((entry) => (
          <Row
            key={`${entry.at} ${entry.code} ${entry.act} ${entry.staff.id}`}
            {...{ t, locale, entry }}
          />
        ))}
      </tbody>
    </table>
  </div>
)

const nextOf = (of: LogOf, after: string): string =>
  `/desk/log/?${of.kind === 'record' ? `code=${of.code}` : `staff=${of.id}`}&${new URLSearchParams({ after })}`

/** Who opened a record, or what somebody opened and looked for. */
export const AccessLogView = ({ t, locale, of, page, typed, isUnknown = false }: Props) => (
  <>
    <h1>{t('desk.log.title')}</h1>
    <p className="desk-muted">{t('desk.log.intro')}</p>
    {isUnknown && (
      <p className="desk-alarm" role="alert" id="log-fault">
        {t('desk.log.unknown')}
      </p>
    )}
    <form className="desk-form" method="post" action="/desk/log/">
      <label className="desk-field" htmlFor="log-of">
        <span>{t('desk.log.of')}</span>
        <input
          className="input"
          id="log-of"
          name="q"
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
          required
          value={typed}
          aria-invalid={isUnknown || undefined}
          aria-describedby={isUnknown ? 'log-fault' : undefined}
        />
      </label>
      <button className="btn btn-primary" type="submit">
        {t('desk.log.show')}
      </button>
    </form>
    {of && page && (
      <section className="desk-part" aria-labelledby="log-entries">
        <h2 id="log-entries">
          {of.kind === 'record'
            ? t('desk.log.of_record', { code: spellCode(of.code) })
            : t('desk.log.of_person', { name: page.entries[0]?.staff.name ?? of.id })}
        </h2>
        {page.entries.length > 0 ? (
          <Entries {...{ t, locale, page }} />
        ) : (
          <p>{t('desk.log.none')}</p>
        )}
        {page.next && (
          <p>
            <a className="btn" href={nextOf(of, page.next)} rel="next">
              {t('desk.log.next')}
            </a>
          </p>
        )}
      </section>
    )}
  </>
)
