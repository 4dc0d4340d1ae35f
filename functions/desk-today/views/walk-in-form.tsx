import { Hidden, Key } from './step-button.tsx'
import type { TodayPage } from './today-page.ts'

type Props = { readonly page: TodayPage }

/** Somebody without a booking: a service is enough to draw a number. */
export const WalkInForm = ({ page }: Props) => {
  const { t, services, day } = page
  if (services.length === 0) return null
  return (
    <form className="desk-row desk-walk-in" method="post" action="/desk/walk-ins">
      <Hidden values={{ outlet: day.outlet.code, commandId: crypto.randomUUID() }} />
      <label className="sr-only" htmlFor="walk-in-service">
        {t('desk.today.service')}
      </label>
      <select className="select" id="walk-in-service" name="service">
        {services.map((service) => (
          <option key={service} value={service}>
            {t(`outlets.service.${service}`)}
          </option>
        ))}
      </select>
      <button className="btn" id="walk-in" type="submit" data-key="w" aria-keyshortcuts="w">
        {t('desk.today.new_walk_in')}
        <Key hint="w" />
      </button>
    </form>
  )
}
