import type { ProblemCode } from '#functions/http/problem.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { levelBelow, type PlaceKind, type PlaceRow, type RegionRow } from '../edit-places.ts'
import { type Form, formOf } from '../form-query.ts'
import { FaultList, type Faults, Field, Refusal, Saved, Seen } from './form-parts.tsx'
import { BothLanguages } from './outlet-edit-view.tsx'

export type PlacesProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly kind: PlaceKind
  readonly rows: readonly PlaceRow[]
  /** The region whose parts are shown; null = partners, or the countries. */
  readonly region: RegionRow | null
  readonly next: string | null
  readonly commandId: string
  readonly typed: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  readonly isSaved?: boolean
}

const addressOf = ({ kind, region }: PlacesProps): string =>
  kind === 'partner' ? '/desk/partners/' : `/desk/regions/${region ? `?in=${region.id}` : ''}`

/** The place whose new name came back; null = no renaming did. */
const renamedIn = ({ typed }: PlacesProps): string | null =>
  typed.text('act') === 'rename' ? typed.text('id') : null

const Row = ({ row, ...props }: PlacesProps & { readonly row: PlaceRow }) => {
  const { t, kind, region, commandId, typed, faults } = props
  const isBack = renamedIn(props) === row.id
  const isWrong = isBack && faults['nameEn'] ? 'true' : undefined
  return (
    <tr>
      <th scope="row">
        {kind === 'region' ? (
          <a className="tap-target" href={`/desk/regions/?in=${row.id}`}>
            {row.id}
          </a>
        ) : (
          row.id
        )}
      </th>
      <td>
        <form className="desk-row" method="post" action={addressOf(props)}>
          <Seen commandId={`${commandId}-${row.id}`} />
          <input type="hidden" name="act" value="rename" />
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="parentId" value={region?.id ?? ''} />
          <input
            className="input"
            id={`nameEn-${row.id}`}
            name="nameEn"
            maxLength={120}
            aria-label={t('desk.network.in_english', { what: row.id })}
            aria-invalid={isWrong}
            value={isBack ? typed.text('nameEn') : row.name_en}
          />
          <input
            className="input"
            name="nameZh"
            lang="zh-CN"
            maxLength={120}
            aria-label={t('desk.network.in_chinese', { what: row.id })}
            aria-invalid={isWrong}
            value={isBack ? typed.text('nameZh') : row.name_zh}
          />
          <button
            className="btn"
            type="submit"
            aria-label={t('desk.network.rename_it', { id: row.id })}
          >
            {t('desk.network.rename')}
          </button>
        </form>
      </td>
    </tr>
  )
}

const NewPlace = (props: PlacesProps) => {
  const { t, kind, region, commandId } = props
  const { typed, faults } = renamedIn(props) === null ? props : { typed: formOf([]), faults: {} }
  return (
    <form className="desk-form" method="post" action={addressOf(props)}>
      <Seen commandId={commandId} />
      <input type="hidden" name="act" value="register" />
      <input type="hidden" name="parentId" value={region?.id ?? ''} />
      <Field
        {...{ t, faults, name: 'id', label: t('desk.network.id'), maxLength: 60, required: true }}
        value={typed.text('act') === 'register' ? typed.text('id') : region ? `${region.id}-` : ''}
        hint={t(`desk.network.${kind}s.id.hint`)}
      />
      <BothLanguages
        {...{ t, typed, faults, name: 'name', label: t('desk.network.name'), maxLength: 120 }}
      />
      <button className="btn btn-primary" type="submit">
        {t(`desk.network.${kind}s.new`)}
      </button>
    </form>
  )
}

/** Partners, or the regions of a place: renamed where they stand, and a new one. */
export const PlacesView = (props: PlacesProps) => {
  const { t, locale, kind, rows, region, next, refusal, faults, isSaved } = props
  const renamed = renamedIn(props)
  const led = Object.entries(faults).map(([name, key]) => [
    renamed === null ? name : `${name}-${renamed}`,
    key,
  ])
  const mayAdd = kind === 'partner' || (region !== null && levelBelow(region.level) !== null)
  return (
    <>
      <p className="desk-row">
        <a className="tap-target" href="/desk/outlets/">
          {t('desk.network.outlets.title')}
        </a>
        {region && (
          <a
            className="tap-target"
            href={`/desk/regions/${region.parent_id ? `?in=${region.parent_id}` : ''}`}
          >
            {t('desk.network.regions.up')}
          </a>
        )}
      </p>
      <h1>
        {region === null
          ? t(`desk.network.${kind}s.title`)
          : `${t('desk.network.regions.title')} · ${locale === 'en' ? region.name_en : region.name_zh}`}
      </h1>
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={Object.fromEntries(led)} />
      {rows.length === 0 ? (
        <p>{t(`desk.network.${kind}s.none`)}</p>
      ) : (
        <div className="desk-scroll">
          <table className="desk-table">
            <thead>
              <tr>
                <th scope="col">{t('desk.network.id')}</th>
                <th scope="col">{t('desk.network.name')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} {...props} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <p>
          <a className="btn" href={next} rel="next">
            {t('desk.network.next_page')}
          </a>
        </p>
      )}
      {mayAdd && (
        <section className="desk-part" aria-labelledby="new-place">
          <h2 id="new-place">{t(`desk.network.${kind}s.new`)}</h2>
          <NewPlace {...props} />
        </section>
      )}
    </>
  )
}
