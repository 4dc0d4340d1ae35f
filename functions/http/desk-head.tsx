import { holdsAnywhere, opensRoute, type Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Translate } from '#i18n/translate.ts'

/**
 * The stations of the desk, in the order of a day; each is shown to whoever may open it. Whoever has many
 * finds those that aren't of every day behind one fold.
 */
const STATIONS = [
  { key: 'today', path: '/desk/', permission: 'today.see' },
  { key: 'intake', path: '/desk/intake/', permission: 'intake.take' },
  { key: 'board', path: '/desk/board/', permission: 'board.see' },
  { key: 'hotline', path: '/desk/hotline/', permission: 'hotline.use' },
  { key: 'feedback', path: '/desk/feedback/', permission: 'feedback.see' },
  { key: 'complaints', path: '/desk/complaints/', permission: 'complaint.see' },
  {
    key: 'complaint_new',
    path: '/desk/complaints/new/',
    permission: 'complaint.register',
    unless: 'complaint.see',
  },
  { key: 'callbacks', path: '/desk/callbacks/', permission: 'callback.see' },
  {
    key: 'improvements',
    path: '/desk/improvements/',
    permission: 'improvement.see',
    isSeldom: true,
  },
  { key: 'voices', path: '/desk/voices/', permission: 'voice.analyse', isSeldom: true },
  { key: 'kpis', path: '/desk/kpis/', permission: 'kpi.see', isSeldom: true },
  { key: 'scorecards', path: '/desk/scorecards/', permission: 'scorecard.see', isSeldom: true },
  { key: 'repeats', path: '/desk/repeats/', permission: 'repeat.see', isSeldom: true },
  { key: 'count', path: '/desk/count/', permission: 'devices.count' },
  { key: 'outlets', path: '/desk/outlets/', permission: 'outlet.see', isSeldom: true },
  { key: 'staff', path: '/desk/staff/', permission: 'staff.see', isSeldom: true },
  { key: 'surveys', path: '/desk/surveys/', permission: 'survey.see', isSeldom: true },
  { key: 'standards', path: '/desk/standards/', permission: 'standard.see', isSeldom: true },
  {
    key: 'publications',
    path: '/desk/publications/',
    permission: 'publication.see',
    isSeldom: true,
  },
  { key: 'messages', path: '/desk/messages/', permission: 'message.see', isSeldom: true },
  { key: 'notices', path: '/desk/notices/', permission: 'notice.edit', isSeldom: true },
  { key: 'site', path: '/desk/site/', permission: 'site.rebuild', isSeldom: true },
  { key: 'log', path: '/desk/log/', permission: 'log.see', isSeldom: true },
] as const satisfies readonly {
  key: string
  path: string
  permission: Permission
  isSeldom?: boolean
  /** Whoever may this finds the way on another station. */
  unless?: Permission
}[]
type Station = (typeof STATIONS)[number]

const isSeldom = (station: Station): boolean => 'isSeldom' in station

const opensFor = (staff: Staff, station: Station): boolean =>
  opensRoute(staff, station.permission) &&
  !('unless' in station && opensRoute(staff, station.unless))

/** So many fit beside the box on a counter's screen. */
const FIT = 8

type Props = {
  readonly t: Translate
  /** null = nobody who is signed in. */
  readonly staff: Staff | null
  readonly brand: string
  readonly path: string
}

const isHere = (path: string, station: string): 'page' | 'true' | undefined =>
  path === station ? 'page' : station !== '/desk/' && path.startsWith(station) ? 'true' : undefined

/** What is looked for may be a name or a number: it is posted, so that no address and no log holds it. */
const FindBox = ({ t }: Pick<Props, 't'>) => (
  <form
    className="desk-find"
    action="/desk/find/"
    method="post"
    role="search"
    aria-label={t('desk.find.anywhere')}
  >
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

const Wordmark = ({ brand }: Pick<Props, 'brand'>) => (
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
)

type LinksProps = Pick<Props, 't' | 'path'> & { readonly stations: readonly Station[] }

const Links = ({ t, path, stations }: LinksProps) =>
  stations.map(({ key, path: station }) => (
    <a key={key} href={station} aria-current={isHere(path, station)}>
      {t(`desk.nav.${key}`)}
    </a>
  ))

const Stations = ({ t, path, stations }: LinksProps) => {
  const seldom = stations.length > FIT ? stations.filter(isSeldom) : []
  const here = seldom.find((station) => isHere(path, station.path))
  return (
    <>
      <nav className="desk-nav" aria-label={t('desk.nav')}>
        <Links {...{ t, path }} stations={stations.filter((one) => !seldom.includes(one))} />
      </nav>
      {seldom.length > 0 && (
        <details className="desk-more">
          <summary aria-current={here ? 'true' : undefined}>
            {here ? t(`desk.nav.${here.key}`) : t('desk.nav.more')}
          </summary>
          <nav aria-label={t('desk.nav.more')}>
            <Links {...{ t, path }} stations={seldom} />
          </nav>
        </details>
      )}
    </>
  )
}

const Ways = ({ t, staff, path }: Pick<Props, 't' | 'path'> & { readonly staff: Staff }) => (
  <>
    <Stations {...{ t, path }} stations={STATIONS.filter((station) => opensFor(staff, station))} />
    {holdsAnywhere(staff, 'find.search') && <FindBox t={t} />}
    <a className="desk-me" href="/desk/account/" aria-current={isHere(path, '/desk/account/')}>
      {staff.name}
    </a>
  </>
)

/** Who is there, where they may go, and the box that finds. */
export const DeskHead = ({ t, staff, brand, path }: Props) => (
  <div className="desk-head-row">
    <Wordmark brand={brand} />
    {staff && <Ways t={t} staff={staff} path={path} />}
  </div>
)
