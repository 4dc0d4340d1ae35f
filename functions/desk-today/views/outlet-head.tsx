import type { Outlet } from '#domain/outlets/outlet.ts'
import type { Voice } from './texts.ts'

type Props = {
  readonly page: Pick<Voice, 't' | 'locale'> & { readonly day: { readonly outlet: Outlet } }
  readonly title: string
}

/** Which outlet a screen is of, its other screens, and the way to another outlet. */
export const OutletHead = ({ page, title }: Props) => {
  const { t, locale, day } = page
  const { code, name } = day.outlet
  const query = new URLSearchParams({ outlet: code })
  return (
    <div className="desk-row desk-outlet-head">
      <h1>
        {title} · {name[locale]}
      </h1>
      <span className="desk-muted">{code}</span>
      <nav className="desk-row" aria-label={t('desk.today.screens')}>
        <a className="tap-target" href={`/desk/?${query}`}>
          {t('desk.nav.today')}
        </a>
        <a className="tap-target" href={`/desk/board/?${query}`}>
          {t('desk.nav.board')}
        </a>
        <a className="tap-target" href={`/desk/wall/?${query}`}>
          {t('desk.today.wall')}
        </a>
        <a className="tap-target" href="/desk/?outlet=">
          {t('desk.today.other_outlet')}
        </a>
      </nav>
    </div>
  )
}

type LostProps = { readonly page: Pick<Voice, 't'> }

/** Shown while the server doesn't answer: what stands on the screen may be old. */
export const BoardLost = ({ page }: LostProps) => (
  <p className="desk-alarm" role="status" data-board-lost hidden>
    {page.t('desk.today.lost')}
  </p>
)
