import type { Publication } from '#domain/publications/publication.ts'
import { REVISION_REASONS } from '#domain/publications/publication-document.ts'
import type { Back } from '#functions/desk-network/staff-pages.tsx'
import { Field, Refusal, Seen, Select } from '#functions/desk-network/views/form-parts.tsx'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { DeskPublications } from '../show-publications.ts'

export type ListProps = DeskPublications &
  Back & {
    readonly t: Translate
    readonly locale: Locale
    readonly mayMake: boolean
    readonly commandId: string
  }

const Draft = ({ t, typed, faults, month, commandId }: ListProps) => (
  <form className="desk-form desk-narrow" method="post" action="/desk/publications/">
    <Seen commandId={commandId} />
    <Field
      {...{ t, faults, name: 'month', required: true, maxLength: 7 }}
      label={t('desk.publications.month')}
      value={typed.text('month') || month}
    />
    <Select
      {...{ t, faults, name: 'reason', value: typed.text('reason') }}
      label={t('desk.publications.reason')}
      hint={t('desk.publications.reason.hint')}
      options={[
        { value: '', label: t('desk.publications.reason.none') },
        ...REVISION_REASONS.map((value) => ({
          value,
          label: t(`desk.publications.reason.${value}`),
        })),
      ]}
    />
    <button className="btn btn-primary" type="submit">
      {t('desk.publications.start')}
    </button>
  </form>
)

const Line = ({ t, one }: { readonly t: Translate; readonly one: Publication }) => (
  <tr>
    <td>
      <a className="tap-target" href={`/desk/publications/${one.number}/`}>
        {t('desk.publications.number', { number: one.number })}
      </a>
    </td>
    <td>{one.month}</td>
    <td>{one.reason ? t(`desk.publications.reason.${one.reason}`) : ''}</td>
    <td>{t(`desk.publications.status.${one.status}`)}</td>
  </tr>
)

/** Every publication, and when the next ones freeze. */
export const ListView = (props: ListProps) => {
  const { t, all, coming, mayMake, refusal } = props
  return (
    <>
      <h1>{t('desk.publications.title')}</h1>
      <p>{t('desk.publications.what')}</p>
      <p>
        <a className="tap-target" href="/desk/publications/contests/">
          {t('desk.contests.title')}
        </a>
      </p>
      <Refusal t={t} refusal={refusal} />
      {mayMake && <Draft {...props} />}
      <section className="desk-part" aria-labelledby="coming">
        <h2 id="coming">{t('desk.publications.coming')}</h2>
        <ul className="desk-list">
          {coming.map(({ month, contestUntil, freezesOn }) => (
            <li key={month}>
              {t('desk.publications.coming.one', { month, contestUntil, freezesOn })}
            </li>
          ))}
        </ul>
      </section>
      <section className="desk-part" aria-labelledby="all">
        <h2 id="all">{t('desk.publications.all')}</h2>
        {all.length === 0 ? (
          <p>{t('desk.publications.none')}</p>
        ) : (
          <div className="desk-scroll">
            <table className="desk-table">
              <thead>
                <tr>
                  <th scope="col">{t('desk.publications.number_head')}</th>
                  <th scope="col">{t('desk.publications.month')}</th>
                  <th scope="col">{t('desk.publications.reason')}</th>
                  <th scope="col">{t('desk.publications.status')}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((one) => (
                  <Line key={one.number} t={t} one={one} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}
