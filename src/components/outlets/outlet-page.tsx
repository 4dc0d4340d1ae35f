import config from '#config'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { PlaceFigures } from '../performance/place-figures.tsx'
import { QualificationHistory } from '../scorecards/qualification-history.tsx'
import { OutletPromises } from '../standards/outlet-promises.tsx'
import { GettingThere } from './getting-there.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import { HoursSection } from './hours-section.tsx'
import { NearbyList } from './nearby-list.tsx'
import { OutletHeading } from './outlet-heading.tsx'
import { isShutOn, type OutletView, takesWalkIns } from './outlet-view.ts'
import { ServicesSection } from './services-section.tsx'
import { Trail } from './trail.tsx'

type Props = { readonly view: OutletView }

function GenuineBox({ view }: Props) {
  const t = translator(view.locale)
  return (
    <section className="panel genuine-box" aria-labelledby="genuine">
      <h2 id="genuine">{t('outlet_page.genuine.title')}</h2>
      <p>{t('outlet_page.genuine.text')}</p>
      <p>
        <a className="btn btn-quiet" href={localePath(view.locale, '/verify/')}>
          {t('outlet_page.genuine.check')}
        </a>
      </p>
    </section>
  )
}

function Nearby({ view }: Props) {
  const t = translator(view.locale)
  if (view.nearby.length === 0) return null
  return (
    <section aria-labelledby="nearby">
      <h2 id="nearby">
        {t(takesWalkIns(view) ? 'outlet_page.nearby.title' : 'outlet_page.nearby.counters')}
      </h2>
      <NearbyList locale={view.locale} outlets={view.nearby} />
      <p className="notes">{t('outlet_page.nearby.straight')}</p>
    </section>
  )
}

/** How a phone gets there where nobody serves over a counter. */
function PostBox({ view }: Props) {
  const t = translator(view.locale)
  return (
    <section className="panel" aria-labelledby="by-post">
      <h2 id="by-post">{t('outlet_page.post.title')}</h2>
      <p>{t('outlet_page.post.no_counter')}</p>
      <p>{t('outlet_page.post.call_first')}</p>
      <p>{t('outlet_page.post.prepare')}</p>
    </section>
  )
}

/** For whoever left a phone in a place that is gone, or no longer ours. */
function PhoneInside({ view }: Props) {
  const t = translator(view.locale)
  const { dial, display } = config.hotline
  return (
    <section className="panel" aria-labelledby="phone-inside">
      <h2 id="phone-inside">{t('outlet_page.inside.title')}</h2>
      <p>{t('outlet_page.inside.text')}</p>
      <p>
        <a className="btn btn-primary" href={`tel:${dial}`}>
          {t('outlet_page.inside.call', { phone: display })}
        </a>
      </p>
    </section>
  )
}

/** Whatever there is to say about a place, also one that is gone. */
function TellUs({ view }: Props) {
  const query = new URLSearchParams({ outlet: view.outlet.code })
  return (
    <p className="notes">
      <a className="tap-target" href={`${localePath(view.locale, '/feedback/')}?${query}`}>
        {translator(view.locale)('feedback.link.outlet')}
      </a>
    </p>
  )
}

/** A place that is gone, or no longer ours, keeps its name, its address and its replacement, nothing else. */
const isGone = ({ standing }: OutletView): boolean =>
  standing === 'closed' || standing === 'disqualified'

function Details({ view }: Props) {
  const shut = isShutOn(view, view.madeOn)
  const walkIns = takesWalkIns(view)
  return (
    <div className="outlet-columns">
      <div>
        {walkIns ? null : <PostBox view={view} />}
        <HoursSection view={view} />
        <ServicesSection view={view} />
        <GoodToKnow view={view} />
        <OutletPromises {...view} />
      </div>
      <div>
        {walkIns && !shut ? <GettingThere view={view} /> : null}
        <Nearby view={view} />
        {walkIns && shut ? <GettingThere view={view} /> : null}
        {walkIns ? <GenuineBox view={view} /> : null}
      </div>
    </div>
  )
}

/** What was published of the outlet, beside the network; nothing where nothing was. */
function Figures({ view: { locale, figures } }: Props) {
  const t = translator(locale)
  if (figures.length === 0) return null
  return (
    <section className="perf-part" aria-labelledby="figures">
      <h2 id="figures">{t('performance.here')}</h2>
      <PlaceFigures locale={locale} labelledBy="figures" rows={figures} />
      <p className="notes">
        {t('performance.here_note')}{' '}
        <a href={localePath(locale, '/performance/')}>{t('performance.title')}</a>
      </p>
    </section>
  )
}

export function OutletPage({ view }: Props) {
  return (
    <>
      <Trail label={translator(view.locale)('outlet_page.trail')} steps={view.trail} />
      <OutletHeading view={view} />
      {isGone(view) ? <PhoneInside view={view} /> : <Details view={view} />}
      {isGone(view) ? null : <Figures view={view} />}
      <QualificationHistory {...view} />
      <TellUs view={view} />
    </>
  )
}
