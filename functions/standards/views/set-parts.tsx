import { fieldName, measureText } from '#components/standards/measure-text.ts'
import {
  type SetDifference,
  type StandardField,
  setDifference,
} from '#domain/standards/set-differences.ts'
import type { SetFault } from '#domain/standards/set-faults.ts'
import { lonelySides } from '#domain/standards/set-warnings.ts'
import { byStage, type Standard } from '#domain/standards/standard.ts'
import type { SetHead, StandardSet } from '#domain/standards/standard-set.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'

type Words = { readonly t: Translate; readonly locale: Locale }

export const fieldLabel = (t: Translate, field: string): string =>
  t(`standards.field.${fieldName(field)}` as 'standards.field.title')

type ListProps = Words & {
  readonly standards: readonly Standard[]
  /** Address of a standard's form; null = it is only read. */
  readonly editAt: ((id: string) => string) | null
}

/** What a standard is called; its id where the set has none of that name. */
const titleOf = (standards: readonly Standard[], id: string, locale: Locale): string =>
  standards.find((standard) => standard.id === id)?.title[locale] ?? id

const Row = ({ t, locale, standard, standards, editAt }: ListProps & { standard: Standard }) => (
  <tr>
    <th scope="row">
      {editAt ? (
        <a className="tap-target" href={editAt(standard.id)}>
          {standard.title[locale]}
        </a>
      ) : (
        standard.title[locale]
      )}
      <br />
      <span className="desk-muted standard-id">{standard.id}</span>
    </th>
    <td data-label={fieldLabel(t, 'audience')}>
      {t(`desk.standards.${standard.audience}`)}
      {standard.basis.kind === 'law' && <> · {t('standards.law')}</>}
      {standard.serves && (
        <>
          <br />
          <span className="desk-muted">
            {t('desk.standards.serves', { id: titleOf(standards, standard.serves, locale) })}
          </span>
        </>
      )}
    </td>
    <td data-label={t('desk.standards.measure')}>
      {t(`standards.kpi.${standard.kpi}`)}
      <br />
      {measureText(locale, standard)}
    </td>
    <td data-label={fieldLabel(t, 'owner')}>{t(`desk.role.${standard.owner}`)}</td>
  </tr>
)

/** Standards along the customer's way. */
export const StandardList = ({ standards, ...props }: ListProps) => (
  <div
    className="desk-scroll"
    role="group"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    tabIndex={0}
    aria-label={props.t('desk.standards.title')}
  >
    <table className="desk-table is-stacked">
      <thead>
        <tr>
          <th scope="col">{props.t('desk.standards.standard')}</th>
          <th scope="col">{fieldLabel(props.t, 'audience')}</th>
          <th scope="col">{props.t('desk.standards.measure')}</th>
          <th scope="col">{fieldLabel(props.t, 'owner')}</th>
        </tr>
      </thead>
      {byStage(standards).map(({ stage, standards: own }) => (
        <tbody key={stage}>
          <tr>
            <th className="standard-stage" colSpan={4} scope="rowgroup">
              {props.t(`standards.stage.${stage}`)}
            </th>
          </tr>
          {own.map((standard) => (
            <Row key={standard.id} {...props} {...{ standard, standards }} />
          ))}
        </tbody>
      ))}
    </table>
  </div>
)

/** A field's value in words: both languages where it is text. */
function valueText(t: Translate, locale: Locale, standard: Standard, field: StandardField): string {
  const value: unknown = standard[field]
  if (field === 'basis') {
    const { kind, source, since } = standard.basis
    return [t(`standards.basis.${kind}`), source.en, source['zh-CN'], since]
      .filter(Boolean)
      .join(' · ')
  }
  if (field === 'benchmark') {
    const { takenOn, ...texts } = standard.benchmark ?? { takenOn: '' }
    return [...Object.values(texts).flatMap(Object.values), takenOn].join(' · ')
  }
  if (field === 'kpi') return t(`standards.kpi.${standard.kpi}`)
  if (field === 'threshold' || field === 'target') return measureText(locale, standard)
  if (value !== null && typeof value === 'object' && 'en' in value) {
    return Object.values(value).join(' · ')
  }
  return Array.isArray(value) ? value.join(', ') : String(value ?? '')
}

const Changed = ({ t, locale, change }: Words & { change: SetDifference['changed'][number] }) => (
  <>
    {change.fields.map((field) => (
      <tr key={field}>
        <th scope="row">
          {change.after.title[locale]} · {fieldLabel(t, field)}
          <br />
          <span className="desk-muted standard-id">{change.after.id}</span>
        </th>
        <td>
          <del>{valueText(t, locale, change.before, field)}</del>
        </td>
        <td>
          <ins>{valueText(t, locale, change.after, field)}</ins>
          {lonelySides(change.before[field], change.after[field]).map((side) => (
            <span key={side} className="desk-muted">
              {' '}
              {t(`desk.standards.warning.only_${side === 'en' ? 'en' : 'zh'}`)}
            </span>
          ))}
        </td>
      </tr>
    ))}
  </>
)

const Names = ({
  locale,
  title,
  standards,
}: Pick<Words, 'locale'> & { title: string; standards: readonly Standard[] }) =>
  standards.length > 0 && (
    <p>
      <strong>{title}</strong>
      {standards.map(({ id, title: name }) => (
        <span key={id}>
          <br />
          {name[locale]} <span className="desk-muted standard-id">{id}</span>
        </span>
      ))}
    </p>
  )

export const HEAD_LABELS = {
  number: 'desk.standards.start.number',
  scope: 'desk.standards.scope',
  supervisor: 'desk.standards.supervisor',
} as const

const headText = (set: SetHead, field: keyof SetHead): string =>
  field === 'number' ? set.number : Object.values(set[field]).join(' · ')

type DifferenceProps = Words & { readonly before: StandardSet; readonly after: StandardSet }

const ChangedHead = ({
  t,
  before,
  after,
  fields,
}: DifferenceProps & { fields: SetDifference['head'] }) => (
  <>
    {fields.map((field) => (
      <tr key={field}>
        <th scope="row">{t(HEAD_LABELS[field])}</th>
        <td>
          <del>{headText(before, field)}</del>
        </td>
        <td>
          <ins>{headText(after, field)}</ins>
        </td>
      </tr>
    ))}
  </>
)

/** What a draft says otherwise than the version it would repeal. */
export const Differences = (props: DifferenceProps) => {
  const { t, locale, before, after } = props
  const { head, added, dropped, changed } = setDifference(before, after)
  const isSame = head.length + added.length + dropped.length + changed.length === 0
  return (
    <>
      {isSame && <p>{t('desk.standards.differences.none')}</p>}
      <Names locale={locale} title={t('desk.standards.added')} standards={added} />
      <Names locale={locale} title={t('desk.standards.dropped')} standards={dropped} />
      {head.length + changed.length > 0 && (
        <div
          className="desk-scroll"
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          aria-label={t('desk.standards.changed')}
        >
          <table className="desk-table standard-differences">
            <thead>
              <tr>
                <th scope="col">{t('desk.standards.changed')}</th>
                <th scope="col">{t('desk.standards.before')}</th>
                <th scope="col">{t('desk.standards.after')}</th>
              </tr>
            </thead>
            <tbody>
              <ChangedHead {...props} fields={head} />
              {changed.map((change) => (
                <Changed key={change.after.id} t={t} locale={locale} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

type SetFaultsProps = Words & {
  readonly standards: readonly Standard[]
  readonly faults: readonly SetFault[]
}

/** Where a standard of the draft is edited. */
export const editAt = (id: string): string => `/desk/standards/edit/?${new URLSearchParams({ id })}`

/** Why a set can't be published as it is, each leading to where it is mended. */
export const SetFaults = ({ t, locale, standards, faults }: SetFaultsProps) =>
  faults.length > 0 && (
    <div className="desk-alarm">
      <p>{t('desk.standards.faults')}</p>
      <ul className="desk-list">
        {faults.map(({ id, code }) => {
          const why = t(`desk.standards.fault.${code}` as 'desk.standards.fault.listed_twice', {
            id: id === null ? '' : `${titleOf(standards, id, locale)} · ${id}`,
          })
          const serves = standards.find((standard) => standard.id === id)?.serves
          return (
            <li key={`${id}${code}`}>
              {id === null ? why : <a href={editAt(id)}>{why}</a>}
              {code === 'laxer_than_promise' && serves ? (
                <>
                  {' '}
                  <a href={editAt(serves)}>
                    {t('desk.standards.serves', { id: titleOf(standards, serves, locale) })}
                  </a>
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
