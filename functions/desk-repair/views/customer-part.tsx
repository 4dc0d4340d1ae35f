import type { Contact } from '#domain/repairs/contact.ts'
import type { RepairPage } from './repair-page.ts'

type Props = { readonly page: RepairPage }
type Fact = readonly [term: string, value: string | null | undefined]

const Phone = ({ dial, display }: Contact['phone']) => <a href={`tel:${dial}`}>{display}</a>

const WORDS = ['fault', 'decline_reason', 'withdraw_reason', 'cancel_reason', 'collector'] as const

/** Whom the phone belongs to and how they are reached. Who opened this is in the access log. */
export function CustomerPart({ page }: Props) {
  const { t, shown } = page
  const { personal } = shown
  if (!shown.may('customer.see')) return null
  if (!personal) return <p className="desk-muted">{t('desk.repair.customer.erased')}</p>
  const { contact, device, words } = personal
  const facts: readonly Fact[] = [
    [t('desk.repair.customer.email'), contact.email],
    [t('desk.repair.customer.may_decide'), contact.mayDecide],
    [t('desk.repair.field.may_collect'), contact.mayCollect],
    [t('desk.repair.customer.address'), contact.address],
    [t('desk.repair.field.imeis'), device.imeis?.join(', ')],
    [t('desk.repair.field.serial'), device.serial],
    ...WORDS.map((about): Fact => [t(`desk.repair.words.${about}`), words[about]]),
  ]
  return (
    <section className="desk-part" aria-labelledby="customer">
      <h2 id="customer">{contact.name}</h2>
      <p className="desk-row">
        {contact.phone ? <Phone {...contact.phone} /> : null}
        {contact.secondPhone ? <Phone {...contact.secondPhone} /> : null}
        {contact.forSomebodyElse ? <span>{t('desk.repair.customer.for_other')}</span> : null}
      </p>
      <dl className="facts facts-tight">
        {facts.map(([term, value]) =>
          value ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p className="desk-muted">{t('desk.repair.customer.logged')}</p>
    </section>
  )
}
