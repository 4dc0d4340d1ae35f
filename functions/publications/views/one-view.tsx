import { definitionText } from '#components/kpis/definition-text.ts'
import { CUT_NAMES } from '#components/performance/cut-names.ts'
import type { SummaryLine } from '#domain/publications/publication.ts'
import type { Signers } from '#domain/publications/who-signs.ts'
import { targetText, valueText } from '#functions/desk-kpis/views/figure-text.ts'
import type { Back } from '#functions/desk-network/staff-pages.tsx'
import {
  FaultList,
  Field,
  Refusal,
  Saved,
  Seen,
  Tick,
} from '#functions/desk-network/views/form-parts.tsx'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { ShownPublication } from '../show-publications.ts'
import { ToPublications } from './to-publications.tsx'

export type Zeros = readonly { readonly outlet: string; readonly day: string }[]

export type OneProps = ShownPublication &
  Back & {
    readonly t: Translate
    readonly locale: Locale
    readonly zone: string
    readonly zeros: Zeros
    readonly mayMake: boolean
    readonly maySign: boolean
    readonly signers: Signers
    /** Who froze and who signed, by id. */
    readonly names: ReadonlyMap<string, string>
    readonly commandId: string
  }

type Line = Pick<SummaryLine, 'kpi' | 'value'>

const lineText = (t: Translate, line: Line | undefined): string =>
  !line || line.value === null ? '–' : valueText(t, line.kpi, line.value)

/** `Answered in time · Hotline`: a figure, and of which part where it isn't of everything. */
const called = (locale: Locale, { kpi, cut }: Pick<SummaryLine, 'kpi' | 'cut'>): string =>
  [definitionText(locale, kpi).title, cut && translator(locale)(CUT_NAMES[cut])]
    .filter(Boolean)
    .join(' · ')

const HEADS = ['month', 'n', 'value', 'last', 'target'] as const

const Figures = ({ t, locale, summary, last }: OneProps) => (
  <table className="desk-table is-stacked">
    <thead>
      <tr>
        <th scope="col">{t('desk.publications.figure')}</th>
        {HEADS.map((head) => (
          <th
            key={head}
            scope="col"
            className={head === 'month' || head === 'target' ? undefined : 'kpis-number'}
          >
            {t(`desk.publications.${head}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {summary.map((line) => {
        const { kpi, cut, month, n, target, kept } = line
        const before = last?.frozen?.summary.find((one) => one.kpi === kpi && one.cut === cut)
        return (
          <tr key={`${kpi} ${cut}`}>
            <th scope="row">{called(locale, line)}</th>
            <td data-label={t('desk.publications.month')}>{month}</td>
            <td className="kpis-number" data-label={t('desk.publications.n')}>
              {n === null ? '–' : formatNumber(n)}
            </td>
            <td className="kpis-number" data-label={t('desk.publications.value')}>
              {lineText(t, line)}
            </td>
            <td className="kpis-number" data-label={t('desk.publications.last')}>
              {lineText(t, before)}
            </td>
            <td data-label={t('desk.publications.target')}>
              {target === null ? '–' : targetText(t, kpi, target)}{' '}
              {kept !== null && t(`desk.publications.kept.${kept ? 'yes' : 'no'}`)}
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

/** The last quarter that was published, under the definitions of today. */
const Changed = ({ t, locale, changed }: OneProps) => (
  <section className="desk-part" aria-labelledby="changed">
    <h2 id="changed">{t('desk.publications.changed')}</h2>
    <ul className="desk-list">
      {changed.map(({ kpi, cut, period, before, now }) => (
        <li key={`${kpi} ${cut}`}>
          {t('desk.publications.changed.one', {
            ...{ kpi: called(locale, { kpi, cut }), from: period.from, to: period.to },
            ...{ before: lineText(t, { kpi, ...before }), old: before.version },
            ...{ now: lineText(t, { kpi, ...now }), version: now.version },
          })}
        </li>
      ))}
    </ul>
  </section>
)

const Sure = (props: OneProps & { readonly act: 'publish' | 'drop' }) => {
  const { t, publication, commandId, act } = props
  return (
    <form className="desk-form desk-narrow" method="post" action="">
      <Seen version={publication.version} commandId={commandId} />
      <input type="hidden" name="act" value={act} />
      <div id={`sure-${act}`}>
        <Tick name="sure" value="yes" label={t(`desk.publications.${act}.sure`)} checked={false} />
      </div>
      <button className={act === 'publish' ? 'btn btn-primary' : 'btn'} type="submit">
        {t(`desk.publications.${act}`)}
      </button>
    </form>
  )
}

const Freeze = ({ t, publication, commandId, faults, typed, zeros }: OneProps) => (
  <form className="desk-form desk-narrow" method="post" action="">
    <Seen version={publication.version} commandId={commandId} />
    <input type="hidden" name="act" value="freeze" />
    {zeros.length > 0 && (
      <>
        <p>{t('desk.publications.zeros')}</p>
        <ul className="desk-list">
          {zeros.slice(0, 50).map(({ outlet, day }) => (
            <li key={`${outlet} ${day}`}>
              {outlet} · {day}
            </li>
          ))}
        </ul>
        <Field
          {...{ t, faults, name: 'zeros', rows: 3, maxLength: 500 }}
          label={t('desk.publications.zeros.reason')}
          value={typed.text('zeros')}
        />
      </>
    )}
    <p>{t('desk.publications.freeze.what')}</p>
    <button className="btn btn-primary" type="submit">
      {t('desk.publications.freeze')}
    </button>
  </form>
)

const SignOff = ({ t, publication, commandId }: OneProps) => (
  <form
    className="desk-form desk-narrow"
    method="post"
    action={`/desk/publications/${publication.number}/sign-off`}
  >
    <Seen version={publication.version} commandId={commandId} />
    <button className="btn btn-primary" type="submit">
      {t('desk.publications.sign_off')}
    </button>
  </form>
)

const Next = (props: OneProps) => {
  const { t, publication, mayMake, maySign, signers } = props
  const { status } = publication
  if (status === 'published' || status === 'dropped') return null
  return (
    <section className="desk-part" aria-labelledby="next">
      <h2 id="next">{t('desk.publications.next')}</h2>
      {status === 'draft' && mayMake && <Freeze {...props} />}
      {status === 'frozen' && maySign && <SignOff {...props} />}
      {status === 'frozen' && !maySign && <p>{t('desk.publications.second')}</p>}
      {status !== 'signed' && (
        <p>
          {t('desk.publications.signers', {
            first: t(`desk.role.${signers.first}`),
            deputy: t(`desk.role.${signers.deputy}`),
          })}
        </p>
      )}
      {status === 'signed' && mayMake && <Sure {...props} act="publish" />}
      {mayMake && <Sure {...props} act="drop" />}
    </section>
  )
}

/** Who froze, who signed, and when it came before the public. */
const Trail = ({ t, locale, zone, publication, names }: OneProps) => {
  const { frozenBy, frozenAt, signedBy, publishedAt, status, month } = publication
  const nameOf = (id: string) => names.get(id) ?? id
  return (
    <>
      {frozenBy !== null && frozenAt !== null && (
        <p>
          {t('desk.publications.frozen_by', {
            name: nameOf(frozenBy),
            time: timeText(locale, zone, frozenAt),
          })}
          {signedBy !== null && ` ${t('desk.publications.signed_by', { name: nameOf(signedBy) })}`}
        </p>
      )}
      {status === 'published' && publishedAt !== null && (
        <p>
          {t('desk.publications.published_at', { time: timeText(locale, zone, publishedAt) })}{' '}
          <a className="tap-target" href={localePath(locale, `/performance/${month}/`)}>
            {t('desk.publications.page')}
          </a>
        </p>
      )}
    </>
  )
}

/** One publication: what comes next, its figures beside the last ones, its files. */
export const OneView = (props: OneProps) => {
  const { t, publication, refusal, faults, isSaved, last, openContests } = props
  const { number, month, status, revises, reason, frozen } = publication
  return (
    <>
      <ToPublications t={t} />
      <h1>{t('desk.publications.one', { number, month })}</h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <Saved t={t} isSaved={isSaved} />
      <p>{t(`desk.publications.status.${status}`)}</p>
      <Trail {...props} />
      {revises !== null && reason && (
        <p>
          {t('desk.publications.revises', { number: revises })}{' '}
          {t(`desk.publications.reason.${reason}`)}
        </p>
      )}
      {frozen?.zeros && (
        <p>
          {t('desk.publications.zeros.said', {
            days: frozen.zeros.days,
            reason: frozen.zeros.reason,
          })}
        </p>
      )}
      {openContests > 0 && (
        <p>
          <a className="tap-target" href="/desk/publications/contests/">
            {t('desk.contests.link', { count: openContests })}
          </a>
        </p>
      )}
      <Next {...props} />
      <section className="desk-part" aria-labelledby="figures">
        <h2 id="figures">{t('desk.publications.figures')}</h2>
        <p>
          {frozen ? t('desk.publications.figures.frozen') : t('desk.publications.figures.preview')}
          {last && ` ${t('desk.publications.compared', { number: last.number })}`}
        </p>
        <div
          className="desk-scroll"
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          aria-labelledby="figures"
        >
          <Figures {...props} />
        </div>
      </section>
      {props.changed.length > 0 && <Changed {...props} />}
      {frozen && (
        <section className="desk-part" aria-labelledby="files">
          <h2 id="files">{t('desk.publications.files')}</h2>
          <ul className="desk-list">
            {frozen.files.map(({ name, sha256, bytes }) => (
              <li key={name}>
                {status === 'published' ? (
                  <a className="tap-target" href={`/data/publications/${number}/${name}`}>
                    {name}
                  </a>
                ) : (
                  name
                )}{' '}
                · {formatNumber(bytes)} B · <code className="break-all">{sha256}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
