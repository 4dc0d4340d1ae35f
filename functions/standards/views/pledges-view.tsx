import { measureText } from '#components/standards/measure-text.ts'
import { kpiOf } from '#domain/kpis/kpi-registry.ts'
import type { EffectiveStandard } from '#domain/standards/effective-standard.ts'
import { type Pledge, placeKey, standingAt } from '#domain/standards/pledge.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import {
  type Faults,
  faultText,
  Refusal,
  Saved,
  Seen,
} from '#functions/desk-network/views/form-parts.tsx'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { zoneText } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { PledgeTask } from '../edit-pledge.ts'
import type { PledgeChoices } from '../pledge-choices.ts'
import type { PledgesAtPlace } from '../show-standards.ts'
import { fieldLabel } from './set-parts.tsx'

export type PledgesProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly now: number
  /** null = none was named yet. */
  readonly place: PledgesAtPlace | null
  /** Of the whole network. */
  readonly pledges: readonly Pledge[]
  readonly choices: PledgeChoices
  readonly commandId: string
  readonly typed: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  readonly isSaved?: boolean
  /** In what a refused word said too little. */
  readonly why: Pick<PledgeTask, 'parts' | 'minimum'> | null
}

type RowProps = PledgesProps & { readonly held: EffectiveStandard; readonly own: Pledge | null }

const Hidden = ({ place, held, own, commandId }: RowProps) => (
  <>
    <Seen version={own?.version ?? 0} commandId={`${commandId}-${held.standard.id}`} />
    <input type="hidden" name="place" value={place?.place.key} />
    <input type="hidden" name="standard" value={held.standard.id} />
  </>
)

const Figure = (props: RowProps & { name: 'threshold' | 'target' | 'from'; isBack: boolean }) => {
  const { t, locale, name, held, isBack, typed, faults, zone } = props
  const { id } = held.standard
  const label = {
    threshold: t('desk.standards.pledges.limit_of', { id }),
    target: t('desk.standards.pledges.target_of', { id }),
    from: t('desk.standards.pledges.from_of', { id }),
  }[name]
  const fault = isBack ? faults[name] : undefined
  const key = `${name}-${id}`
  const shown = { threshold: held.standard.threshold, target: held.standard.target, from: '' }
  return (
    <span className="desk-field is-short">
      <label className="desk-label" htmlFor={key}>
        <span aria-hidden="true">
          {name === 'from'
            ? t('desk.standards.pledges.from', { zone: zoneText(locale, zone) })
            : fieldLabel(t, name)}
        </span>
        <span className="sr-only">{label}</span>
      </label>
      {fault && (
        <span className="desk-fault" id={`${key}-fault`}>
          {faultText(t, fault)}
        </span>
      )}
      <input
        className="input"
        id={key}
        name={name}
        type={name === 'from' ? 'datetime-local' : 'text'}
        inputMode={name === 'from' ? undefined : 'decimal'}
        maxLength={name === 'from' ? undefined : 10}
        required={name !== 'from'}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${key}-fault` : undefined}
        value={isBack ? typed.text(name) : String(shown[name] ?? '')}
      />
    </span>
  )
}

/** In what a refused word says too little; it leads to its row. */
const Why = ({ t, locale, why, place, typed, refusal }: PledgesProps) => {
  const held = place?.standards.find(({ standard }) => standard.id === typed.text('standard'))
  if (!why?.minimum || !held) return null
  const id = held.standard.title[locale]
  const measure = measureText(locale, why.minimum)
  const parts = why.parts.map((part) => fieldLabel(t, part)).join(' · ')
  return (
    <p className="desk-alarm">
      <a href={`#target-${held.standard.id}`}>
        {refusal === 'laxer_promise'
          ? t('desk.standards.pledges.laxer', { id, measure, parts })
          : t('desk.standards.pledges.same', { id, measure })}
      </a>
    </p>
  )
}

const Give = (props: RowProps & { isBack: boolean }) => {
  const { t, held } = props
  const { id, kpi } = held.standard
  return (
    <form className="desk-row standard-pledge" method="post" action="/desk/standards/pledges/">
      <Hidden {...props} />
      <input type="hidden" name="act" value="pledge" />
      {kpiOf(kpi).limit && <Figure {...props} name="threshold" />}
      <Figure {...props} name="target" />
      <Figure {...props} name="from" />
      <button
        className="btn"
        type="submit"
        aria-label={t('desk.standards.pledges.act', { act: t('desk.standards.pledges.give'), id })}
      >
        {t('desk.standards.pledges.give')}
      </button>
    </form>
  )
}

const Own = (props: RowProps) => {
  const { t, locale, zone, now, own, held } = props
  const standing = own && standingAt(own, now)
  if (!standing) return null
  const date = timeText(locale, zone, standing.from)
  const act = t('desk.standards.pledges.withdraw')
  return (
    <form className="desk-row" method="post" action="/desk/standards/pledges/">
      <Hidden {...props} commandId={`${props.commandId}-back`} />
      <input type="hidden" name="act" value="withdraw" />
      <span>
        {t('desk.standards.pledges.begins', { date, measure: measureText(locale, standing) })}
      </span>
      <button
        className="btn"
        type="submit"
        aria-label={t('desk.standards.pledges.act', { act, id: held.standard.id })}
      >
        {act}
      </button>
    </form>
  )
}

const Row = (props: RowProps) => {
  const { t, locale, held, typed } = props
  const { standard, base } = held
  const isBack = typed.text('standard') === standard.id
  const isStricter = standard.threshold !== base.threshold || standard.target !== base.target
  return (
    <li className="desk-part">
      <h3>{standard.title[locale]}</h3>
      <p>
        {t('desk.standards.pledges.hq', { measure: measureText(locale, base) })}
        {/* Said twice, the same would look like a pledge. */}
        {isStricter ? (
          <>
            {' · '}
            <strong>
              {t('desk.standards.pledges.here', { measure: measureText(locale, standard) })}
            </strong>
          </>
        ) : null}
      </p>
      <Own {...props} />
      <details open={isBack}>
        <summary className="tap-target">{t('desk.standards.pledges.more')}</summary>
        <Give {...props} isBack={isBack} />
      </details>
    </li>
  )
}

const Standing = ({ t, locale, pledges, now }: PledgesProps) => {
  const running = pledges.flatMap((pledge) => {
    const period = standingAt(pledge, now)
    return period ? [{ pledge, period }] : []
  })
  return (
    <section className="desk-part" aria-labelledby="standing">
      <h2 id="standing">{t('desk.standards.pledges.standing')}</h2>
      {running.length === 0 && <p>{t('desk.standards.pledges.none')}</p>}
      <ul className="desk-list">
        {running.map(({ pledge, period }) => (
          <li key={placeKey(pledge.place) + pledge.standardId}>
            {placeKey(pledge.place)} · {pledge.standardId} · {measureText(locale, period)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A region by name, or an outlet by its code. */
const Where = ({ t, locale, place, choices }: PledgesProps) => {
  const key = place?.place.key ?? ''
  const { regions, outlets } = choices
  return (
    <form className="desk-row find-again" method="get" action="/desk/standards/pledges/">
      {regions.length > 0 && (
        <label className="desk-field">
          <span>{t('desk.standards.pledges.region')}</span>
          <select className="select" name="region">
            <option value="">{t('desk.standards.pledges.choose')}</option>
            {regions.map(({ id, name }) => (
              <option key={id} value={id} selected={key === `region/${id}`}>
                {name[locale]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="desk-field">
        <span>{t('desk.standards.pledges.outlet')}</span>
        <input
          className="input"
          name="outlet"
          list="own-outlets"
          maxLength={12}
          autoComplete="off"
          spellCheck={false}
          value={key.startsWith('outlet/') ? key.slice('outlet/'.length) : ''}
        />
      </label>
      <datalist id="own-outlets">
        {outlets.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <button className="btn" type="submit">
        {t('desk.standards.pledges.open')}
      </button>
    </form>
  )
}

/** What a region or an outlet promises beyond headquarters, and who does already. */
export const PledgesView = (props: PledgesProps) => {
  const { t, locale, place, refusal, isSaved } = props
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/standards/">
          {t('desk.standards.title')}
        </a>
      </p>
      <h1>{t('desk.standards.pledges.title')}</h1>
      <p>{t('desk.standards.pledges.what')}</p>
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <Why {...props} />
      <Where {...props} />
      {place && (
        <section aria-labelledby="here">
          <h2 id="here">
            {place.place.name[locale]} · {place.place.key}
          </h2>
          <ul className="desk-list">
            {place.standards.map((held) => (
              <Row
                key={held.standard.id}
                {...props}
                held={held}
                own={place.own.find(({ standardId }) => standardId === held.standard.id) ?? null}
              />
            ))}
          </ul>
        </section>
      )}
      <Standing {...props} />
    </>
  )
}
