import type { Parcel } from '#domain/repairs/repair.ts'
import { translator } from '#i18n/translate.ts'
import { Field } from './field.tsx'
import { confirmHref, StepForm } from './status-forms.tsx'
import type { StatusPage } from './status-page.ts'

type Props = { readonly page: StatusPage }

type CourierProps = Props & { readonly chosen: string }

function CourierField({ page, chosen }: CourierProps) {
  const { locale, config } = page
  const t = translator(locale)
  return (
    <div className="repair-field">
      <label className="font-semibold" htmlFor="courier">
        {t('repairs.parcel.courier')}
      </label>
      <select className="select h-12 w-full" id="courier" name="courier">
        {config.mailIn.couriers.map(({ id, name }) => (
          <option key={id} value={id} selected={id === chosen}>
            {name[locale]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** "I sent it": with whom, and under which number. */
function PostForm({ page }: Props) {
  const t = translator(page.locale)
  const typed = page.mistyped
  return (
    <StepForm page={page} step="post">
      <CourierField page={page} chosen={typed?.courier ?? ''} />
      <Field
        id="tracking"
        label={t('repairs.parcel.tracking')}
        error={typed ? t('repairs.parcel.tracking.wrong') : null}
        hint={t('repairs.parcel.tracking.hint')}
      >
        <input
          className="input h-12 w-full uppercase"
          id="tracking"
          name="tracking"
          type="text"
          value={typed?.tracking ?? ''}
          maxLength={40}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={typed ? 'true' : undefined}
          aria-describedby={typed ? 'tracking-error tracking-hint' : 'tracking-hint'}
        />
      </Field>
      <button className="btn btn-primary" type="submit">
        {t('repairs.parcel.sent')}
      </button>
    </StepForm>
  )
}

/** Where a phone is sent to, and the number of the parcel once it is on its way. */
export function SendInSection({ page }: Props) {
  const { locale, home, repair } = page
  const t = translator(locale)
  if (repair.status !== 'requested' || repair.wayIn !== 'mail_in') return null
  return (
    <section aria-labelledby="send-in">
      <h2 id="send-in">{t('repairs.parcel.send_to')}</h2>
      <address>
        <p className="font-semibold">{home.name[locale]}</p>
        <p>{home.address[locale]}</p>
        {locale === 'zh-CN' ? null : <p lang="zh-CN">{home.address['zh-CN']}</p>}
        {home.phones.slice(0, 1).map(({ dial, display }) => (
          <p key={dial}>
            <a className="tap-target" href={`tel:${dial}`}>
              {display}
            </a>
          </p>
        ))}
      </address>
      <p>{t('repairs.parcel.write_code')}</p>
      <p>
        <strong>{t('repairs.parcel.battery')}</strong>
      </p>
      <h3>{t('repairs.parcel.posted')}</h3>
      <PostForm page={page} />
    </section>
  )
}

type Fact = readonly [term: string, value: string]

function parcelFacts(
  { locale, config }: StatusPage,
  { courier, tracking }: Parcel,
): readonly Fact[] {
  const t = translator(locale)
  const name = config.mailIn.couriers.find(({ id }) => id === courier)?.name[locale]
  return [
    ...(name ? [[t('repairs.parcel.courier'), name] as const] : []),
    ...(tracking ? [[t('repairs.parcel.tracking'), tracking] as const] : []),
  ]
}

/** The parcel that is on the road, or was the last to be. */
export function ParcelSection({ page }: Props) {
  const { locale, repair } = page
  const t = translator(locale)
  const { status, parcelIn, parcelOut } = repair
  const parcel =
    status === 'in_transit_in' ? parcelIn : status === 'in_transit_out' ? parcelOut : null
  if (!parcel) return null
  const courier = parcel.tracking
    ? page.config.mailIn.couriers.find(({ id }) => id === parcel.courier)
    : undefined
  return (
    <section aria-labelledby="parcel">
      <h2 id="parcel">{t('repairs.parcel.title')}</h2>
      <dl className="facts">
        {parcelFacts(page, parcel).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">{t('repairs.parcel.ask_courier')}</p>
      {courier?.site ? (
        <p>
          <a className="tap-target" href={courier.site} rel="noreferrer">
            {t('repairs.parcel.courier_site', { courier: courier.name[locale] })}
          </a>
        </p>
      ) : null}
      {status === 'in_transit_out' ? (
        <p>
          <a className="btn btn-primary" href={confirmHref(page, 'delivered')}>
            {t('repairs.parcel.arrived')}
          </a>
        </p>
      ) : null}
    </section>
  )
}
