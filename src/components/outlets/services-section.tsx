import { SERVICE_MODES, SERVICES, type ServiceMode } from '#domain/outlets/outlet.ts'
import { translator } from '#i18n/translate.ts'
import type { OutletView } from './outlet-view.ts'

type ModeProps = { readonly view: OutletView; readonly mode: ServiceMode }

function ServicesBy({ view, mode }: ModeProps) {
  const t = translator(view.locale)
  const services = SERVICES.filter((service) => view.outlet.services[service] === mode)
  if (services.length === 0) return null
  return (
    <>
      <h3>{t(`outlets.mode.${mode}`)}</h3>
      <ul className="service-list">
        {services.map((service) => (
          <li key={service}>{t(`outlets.service.${service}`)}</li>
        ))}
      </ul>
    </>
  )
}

/** What is done at this counter, what only passes over it, and for which devices. */
export function ServicesSection({ view }: { readonly view: OutletView }) {
  const { locale, outlet } = view
  const t = translator(locale)
  return (
    <section aria-labelledby="services">
      <h2 id="services">{t('outlet_page.services.title')}</h2>
      {SERVICE_MODES.map((mode) => (
        <ServicesBy key={mode} view={view} mode={mode} />
      ))}
      {outlet.productFamilies.length > 0 ? (
        <>
          <h3>{t('outlet_page.services.families')}</h3>
          <ul className="service-list">
            {outlet.productFamilies.map((family) => (
              <li key={family}>{t(`outlets.family.${family}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
