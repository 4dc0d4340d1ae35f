import type { Context } from 'hono'
import { holdsAnywhere, type Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { AppEnv } from './context.ts'
import { pourPage } from './shell.tsx'
import { staffIn } from './staff-guard.ts'

/** The stations of the desk, in the order of a day; each is shown to whoever may open it. */
const STATIONS = [
  { key: 'today', path: '/desk/', permission: 'today.see' },
  { key: 'intake', path: '/desk/intake/', permission: 'intake.take' },
  { key: 'board', path: '/desk/board/', permission: 'board.see' },
  { key: 'hotline', path: '/desk/hotline/', permission: 'hotline.use' },
  { key: 'count', path: '/desk/count/', permission: 'devices.count' },
  { key: 'outlets', path: '/desk/outlets/', permission: 'outlet.see' },
  { key: 'staff', path: '/desk/staff/', permission: 'staff.see' },
  { key: 'messages', path: '/desk/messages/', permission: 'message.see' },
  { key: 'notices', path: '/desk/notices/', permission: 'notice.edit' },
  { key: 'site', path: '/desk/site/', permission: 'site.rebuild' },
] as const satisfies readonly { key: string; path: string; permission: Permission }[]

type Head = {
  readonly t: Translate
  readonly staff: Staff
  readonly brand: string
  readonly path: string
}

const isHere = (path: string, station: string): 'page' | 'true' | undefined =>
  path === station ? 'page' : station !== '/desk/' && path.startsWith(station) ? 'true' : undefined

/** What is looked for may be a name or a number: it is posted, so that no address and no log holds it. */
const FindBox = ({ t }: Pick<Head, 't'>) => (
  <form className="desk-find" action="/desk/find/" method="post" role="search">
    <label className="sr-only" htmlFor="desk-find">
      {t('desk.find')}
    </label>
    <input
      className="input"
      id="desk-find"
      name="q"
      type="search"
      autoComplete="off"
      spellCheck={false}
      placeholder={t('desk.find')}
      aria-keyshortcuts="/"
    />
    <button className="btn" type="submit">
      {t('desk.find.go')}
    </button>
  </form>
)

const DeskHead = ({ t, staff, brand, path }: Head) => (
  <div className="desk-head-row">
    <a className="wordmark" href="/desk/">
      <svg
        viewBox="0 0 44 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        aria-hidden="true"
        focusable="false"
      >
        <path d="M0 12h13.5M30.5 12H44" />
        <circle cx="22" cy="12" r="8.25" />
      </svg>
      <span>{brand}</span>
    </a>
    <nav className="desk-nav" aria-label={t('desk.nav')}>
      {STATIONS.filter(({ permission }) => holdsAnywhere(staff, permission)).map((station) => (
        <a key={station.key} href={station.path} aria-current={isHere(path, station.path)}>
          {t(`desk.nav.${station.key}`)}
        </a>
      ))}
    </nav>
    {holdsAnywhere(staff, 'find.search') && <FindBox t={t} />}
    <a className="desk-me" href="/desk/account/" aria-current={isHere(path, '/desk/account/')}>
      {staff.name}
    </a>
  </div>
)

export type DeskPage = {
  /** Without the brand. */
  readonly title: string
  readonly view: { toString(): string }
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A page of the desk, for the member of staff that the guard let through. */
export async function deskPage(c: Context<AppEnv>, page: DeskPage): Promise<Response> {
  const { context } = c.var
  const t = translator(context.locale)
  const { path } = c.req
  const brand = context.config.brand.name
  const head = <DeskHead t={t} staff={staffIn(c)} brand={brand} path={path} />
  return await pourPage(context, { ...page, path, desk: { head } })
}
