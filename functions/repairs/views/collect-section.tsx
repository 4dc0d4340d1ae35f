import { hoursOn, openStateAt } from '#domain/outlets/open-state.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { countsAsReady } from '#domain/repairs/from-conditions.ts'
import { formatMinutes } from '#i18n/format.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { localePath } from '#i18n/locale.ts'
import { openStateText } from '#i18n/open-state-text.ts'
import { translator } from '#i18n/translate.ts'
import type { StatusPage } from './status-page.ts'

type Props = { readonly page: StatusPage }

/** Whether the phone lies at its counter for the customer to come. */
export const isToCollect = ({ repair }: StatusPage): boolean =>
  countsAsReady(repair) && repair.wayBack === 'collect' && repair.outcome !== 'refunded'

/** Open or closed now, and today's hours, by the outlet's own clock. */
function Hours({ page }: Props) {
  const { locale, home, now } = page
  const t = translator(locale)
  const here = wallTimeIn(home.hours?.zone ?? home.zone, now)
  const today = home.hours ? hoursOn(home.hours, here.date) : null
  return (
    <>
      <p className="font-semibold">
        {openStateText(locale, t, openStateAt(home.hours, here), here.date)}
      </p>
      {today && today.length > 0 ? (
        <p className="text-muted">
          {t('repairs.collect.today', {
            hours: today
              .map(([open, close]) => `${formatMinutes(open)}–${formatMinutes(close)}`)
              .join(t('outlet_page.hours.between')),
          })}
        </p>
      ) : null}
    </>
  )
}

function Due({ page }: Props) {
  const { locale, repair } = page
  const t = translator(locale)
  const due = repair.amountDue
  return (
    <div>
      <dt>{t('repairs.collect.due')}</dt>
      <dd className="font-semibold">
        {due && due.amountMinor > 0
          ? formatPrice(locale, due.amountMinor, due.currency)
          : t('repairs.collect.nothing_due')}
      </dd>
    </div>
  )
}

/** Where and when it is handed over, to whom, and for how much. */
export function CollectSection({ page }: Props) {
  const { locale, home, pickUpCode } = page
  const t = translator(locale)
  if (!isToCollect(page)) return null
  return (
    <section aria-labelledby="collect">
      <h2 id="collect">{t('repairs.collect.title')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('repairs.collect.where')}</dt>
          <dd>
            <a href={localePath(locale, `/outlets/${home.code.toLowerCase()}/`)}>
              {home.name[locale]}
            </a>
            <p>{home.address[locale]}</p>
          </dd>
        </div>
        <div>
          <dt>{t('repairs.collect.when')}</dt>
          <dd>
            <Hours page={page} />
          </dd>
        </div>
        <div>
          <dt>{t('repairs.collect.who')}</dt>
          <dd>
            <p>{t('repairs.collect.who_text')}</p>
            {pickUpCode ? <p>{t('repairs.collect.pick_up_code', { code: pickUpCode })}</p> : null}
          </dd>
        </div>
        <div>
          <dt>{t('repairs.collect.bring')}</dt>
          <dd>{t('repairs.collect.bring_text')}</dd>
        </div>
        <Due page={page} />
      </dl>
      <p className="text-muted">{t('repairs.collect.test')}</p>
    </section>
  )
}
