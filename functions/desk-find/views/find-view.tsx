import type { FixpointConfig } from '#config'
import type { FindKind } from '#domain/desk/find-query.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { Found } from '../find-repairs.ts'
import { HitTable } from './hit-table.tsx'

export type FindShown = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'catalogue'>
  readonly now: number
  readonly typed: string
  readonly outlet: string | null
  /** null = nothing was asked yet. */
  readonly found: Found | null
}

/** Once more, with what was typed: the box in the head is empty again. */
const AskAgain = ({ t, typed, outlet }: Pick<FindShown, 'typed' | 'outlet'> & { t: Translate }) => (
  <form
    className="desk-row find-again"
    action="/desk/find/"
    method="post"
    role="search"
    aria-label={t('desk.find.title')}
  >
    <label className="desk-field">
      <span>{t('desk.find.what')}</span>
      <input
        className="input"
        name="q"
        value={typed}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        required
      />
    </label>
    <label className="desk-field">
      <span>{t('desk.find.outlet')}</span>
      <input
        className="input"
        name="outlet"
        value={outlet ?? ''}
        autoComplete="off"
        spellCheck={false}
        maxLength={12}
        aria-describedby="find-outlet-hint"
      />
    </label>
    <button className="btn btn-primary" type="submit">
      {t('desk.find.go')}
    </button>
    <p id="find-outlet-hint" className="desk-muted">
      {t('desk.find.outlet_hint')}
    </p>
  </form>
)

const HELP = [
  ...(['code', 'phone', 'last4', 'imei'] as const),
  ...(['imei_tail', 'parcel', 'name'] as const),
]

const Help = ({ t }: { readonly t: Translate }) => (
  <section className="desk-part" aria-labelledby="find-help">
    <h2 id="find-help">{t('desk.find.help')}</h2>
    <dl className="find-help">
      {HELP.map((kind) => (
        <div key={kind}>
          <dt>{t(`desk.find.kind.${kind}`)}</dt>
          <dd className="desk-muted">{t(`desk.find.help.${kind}`)}</dd>
        </div>
      ))}
    </dl>
  </section>
)

const kindsText = (t: Translate, kinds: readonly FindKind[]): string =>
  kinds.map((kind) => t(`desk.find.kind.${kind}`)).join(t('desk.find.or'))

function Nothing({ t, found }: { readonly t: Translate; readonly found: Found }) {
  const { kinds, hint, needsOutlet, isCut } = found
  return (
    <div className="desk-part" role="status">
      <p className="desk-alarm">
        {kinds.length === 0
          ? t('desk.find.unreadable')
          : t('desk.find.nothing', { kinds: kindsText(t, kinds) })}
      </p>
      {hint ? <p>{t(`desk.find.hint.${hint}`)}</p> : null}
      {needsOutlet ? <p>{t('desk.find.needs_outlet')}</p> : null}
      {isCut ? <p>{t('desk.find.too_many_open')}</p> : null}
      {kinds.length > 0 ? <p className="desk-muted">{t('desk.find.scope')}</p> : null}
    </div>
  )
}

/** What was found, and the way to ask again. */
export function FindView({ locale, config, typed, outlet, found }: FindShown) {
  const t = translator(locale)
  const hits = found?.hits ?? []
  return (
    <div className="find">
      <h1>{t('desk.find.title')}</h1>
      {found && hits.length === 0 ? <Nothing t={t} found={found} /> : null}
      {found && hits.length > 0 ? (
        <section aria-labelledby="find-hits">
          <h2 id="find-hits">{t('desk.find.hits', { kinds: kindsText(t, found.kinds) })}</h2>
          {found.isCut ? <p className="desk-muted">{t('desk.find.cut')}</p> : null}
          {found.needsOutlet ? <p className="desk-muted">{t('desk.find.needs_outlet')}</p> : null}
          <HitTable locale={locale} config={config} hits={hits} />
        </section>
      ) : null}
      <AskAgain t={t} typed={typed} outlet={outlet} />
      {hits.length === 0 ? <Help t={t} /> : null}
    </div>
  )
}
