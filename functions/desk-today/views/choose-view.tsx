import type { OutletChoice } from '../open-outlet.ts'
import type { Voice } from './texts.ts'

type Props = {
  readonly page: Pick<Voice, 't' | 'locale'>
  readonly choice: OutletChoice
  /** The screen that opens with the outlet: `/desk/`. */
  readonly path: string
}

/** Which outlet's screen is to be opened, for whoever has several. */
export const ChooseView = ({ page, choice, path }: Props) => {
  const { t, locale } = page
  return (
    <div className="desk-stack">
      <h1>{t('desk.today.choose_outlet')}</h1>
      {choice.hasMore ? (
        <form className="desk-row" method="get" action={path}>
          <label htmlFor="outlet">{t('desk.today.outlet_code')}</label>
          <input className="input" id="outlet" name="outlet" autoComplete="off" required />
          <button className="btn" type="submit">
            {t('desk.today.open')}
          </button>
        </form>
      ) : null}
      {choice.outlets.length === 0 && !choice.hasMore ? (
        <p>{t('desk.today.no_outlet')}</p>
      ) : (
        <ul className="desk-list desk-choice">
          {choice.outlets.map(({ code, name }) => (
            <li key={code}>
              <a className="tap-target" href={`${path}?${new URLSearchParams({ outlet: code })}`}>
                {code} · {name[locale]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
