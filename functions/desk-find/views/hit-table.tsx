import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { isFaultCode, modelOf } from '#domain/repairs/catalogue.ts'
import type { RepairStatus } from '#domain/repairs/repair.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { Hit } from '../find-repairs.ts'

type Props = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'catalogue'>
  readonly hits: readonly Hit[]
}

const faultText = (t: Translate, code: string | null): string | null =>
  code !== null && isFaultCode(code) && code !== 'no_fault' ? t(`bookings.fault.${code}`) : null

/** Where the phone is, and whose customer it is where that is another outlet's. */
const whereText = ({ atOutlet, homeOutlet }: Hit): string =>
  atOutlet === homeOutlet ? atOutlet : `${homeOutlet} → ${atOutlet}`

type RowProps = Omit<Props, 'hits'> & { readonly hit: Hit; readonly isFirst: boolean }

const Row = ({ hit, locale, config, isFirst }: RowProps) => {
  const t = translator(locale)
  const model = modelOf(config.catalogue, hit.model ?? '')?.name ?? t('repairs.other_model')
  return (
    <tr>
      <th scope="row">
        {/* Enter opens the likeliest one. */}
        <a className="tap-target find-code" href={`/desk/repairs/${hit.code}/`} autoFocus={isFirst}>
          {spellCode(hit.code)}
        </a>
      </th>
      <td>{t(`desk.find.status.${hit.status as RepairStatus}`)}</td>
      <td>
        {model}
        <span className="desk-muted find-line">{faultText(t, hit.faultCode)}</span>
      </td>
      <td>
        {hit.customer ? hit.customer.name : t('desk.find.erased')}
        <span className="desk-muted find-line">{hit.customer?.phone}</span>
      </td>
      <td>{whereText(hit)}</td>
      <td>{timeText(locale, hit.zone, hit.updatedAt)}</td>
    </tr>
  )
}

/** Repairs to choose from; names and numbers are masked until one is opened. */
export const HitTable = ({ hits, ...setting }: Props) => {
  const t = translator(setting.locale)
  return (
    <div className="desk-scroll">
      <table className="desk-table is-stacked find-hits">
        <thead>
          <tr>
            <th scope="col">{t('desk.find.column.code')}</th>
            <th scope="col">{t('desk.find.column.status')}</th>
            <th scope="col">{t('desk.find.column.phone')}</th>
            <th scope="col">{t('desk.find.column.customer')}</th>
            <th scope="col">{t('desk.find.column.outlet')}</th>
            <th scope="col">{t('desk.find.column.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit, place) => (
            <Row key={hit.code} hit={hit} isFirst={place === 0} {...setting} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
