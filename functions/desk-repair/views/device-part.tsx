import { spellCode } from '#domain/identifiers/crockford.ts'
import { isFaultCode } from '#domain/repairs/catalogue.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { dayText } from '#functions/repairs/views/when.ts'
import { addressOf, nameOf, type RepairPage } from './repair-page.ts'
import { statusText } from './status-text.ts'

type Props = { readonly page: RepairPage }

function Row({ page, repair }: Props & { readonly repair: Repair }) {
  const { t, locale, shown } = page
  const fault = repair.finding?.faultCode ?? repair.faultCode
  return (
    <tr>
      <td className="whitespace-nowrap">
        <a href={addressOf(repair.code)}>{spellCode(repair.code)}</a>
      </td>
      <td>{dayText(locale, shown.outlet.zone, repair.receivedAt ?? repair.requestedAt)}</td>
      <td className="whitespace-nowrap">{repair.homeOutlet}</td>
      <td>{isFaultCode(fault) ? t(`repairs.finding.${fault}`) : fault}</td>
      <td>{statusText(t, repair)}</td>
      <td>{repair.finishedBy ? nameOf(page, repair.finishedBy) : ''}</td>
    </tr>
  )
}

/** What the same device was here for before and since. */
export function DevicePart({ page }: Props) {
  const { t, shown } = page
  if (shown.sameDevice.length === 0) return null
  return (
    <section className="desk-part" aria-labelledby="device">
      <h2 id="device">{t('desk.repair.device')}</h2>
      <div className="desk-scroll">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t('desk.repair.device.code')}</th>
              <th scope="col">{t('desk.repair.device.day')}</th>
              <th scope="col">{t('desk.repair.field.outlet')}</th>
              <th scope="col">{t('desk.repair.field.finding')}</th>
              <th scope="col">{t('desk.repair.device.status')}</th>
              <th scope="col">{t('desk.repair.device.by')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.sameDevice.map((repair) => (
              <Row key={repair.code} page={page} repair={repair} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
