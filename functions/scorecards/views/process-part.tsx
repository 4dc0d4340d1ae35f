import { REVIEW_RULES } from '#domain/scorecards/propose-review.ts'
import {
  QUALIFICATION_CLOCKS,
  type Qualification,
  SUSPENSION_CAUSES,
} from '#domain/scorecards/qualification.ts'
import {
  QUALIFICATION_TABLE,
  type QualificationActionType,
  type QualificationSide,
} from '#domain/scorecards/qualification-table.ts'
import { Field, Seen, Select } from '#functions/desk-network/views/form-parts.tsx'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import type { CardProps } from './card-view.tsx'
import { proposalText } from './list-view.tsx'

type Act = Exclude<QualificationActionType, 'miss'>
type Possible = { readonly act: Act; readonly side: QualificationSide; readonly isBarred: boolean }

/** What the person might do by their side, and what somebody else has to. */
function possibleActs({ shown, now }: CardProps): readonly Possible[] {
  const { qualification, sides, staffId } = shown
  const { status, version, appealUntil, cureUntil, deadlines } = qualification
  if (version === 0 && status === 'disqualified') return []
  return Object.entries(QUALIFICATION_TABLE[status]).flatMap(([key, step]) => {
    const act = key as Act
    if (!sides.includes(step.who)) return []
    if (act === 'appeal' && now >= (appealUntil ?? 0)) return []
    const isEarly = status === 'curing' ? now < (cureUntil ?? 0) : deadlines.reasons !== undefined
    if (act === 'disqualify' && isEarly) return []
    if (act === 'give_reasons' && deadlines.reasons === undefined) {
      const isTold = !qualification.missed.some(({ clock }) => clock === 'reasons')
      if (isTold) return []
    }
    const isBoth = step.who === 'hq' && sides.includes('outlet')
    const isSame = step.notBy?.some((role) => qualification[role] === staffId) ?? false
    return [{ act, side: step.who, isBarred: isBoth || isSame }]
  })
}

const Times = ({ t, locale, now, shown }: CardProps) => {
  const { qualification } = shown
  const { zone, deadlines, missed, cureUntil, appealUntil, status } = qualification
  const time = (at: number) => timeText(locale, zone, at)
  const line = (clock: (typeof QUALIFICATION_CLOCKS)[number], at: number, isOver: boolean) => (
    <li key={`${clock} ${at}`} className={isOver ? 'kpis-missed' : undefined}>
      {t(isOver ? 'desk.scorecards.overdue' : 'desk.scorecards.due', {
        clock: t(`desk.scorecards.clock.${clock}`),
        time: time(at),
      })}
    </li>
  )
  return (
    <ul className="desk-list">
      {missed.map(({ clock, dueAt }) => line(clock, dueAt, true))}
      {QUALIFICATION_CLOCKS.map((clock) => {
        const at = deadlines[clock]
        return at === undefined ? null : line(clock, at, at <= now)
      })}
      {status === 'curing' && cureUntil !== null && (
        <li>{t('desk.scorecards.cure_until', { time: time(cureUntil) })}</li>
      )}
      {appealUntil !== null && now < appealUntil && (
        <li>{t('desk.scorecards.appeal_until', { time: time(appealUntil) })}</li>
      )}
    </ul>
  )
}

type FormProps = CardProps & {
  readonly acts: readonly Act[]
  readonly side: QualificationSide
  /** Distinguishes the fields of two forms on one page. */
  readonly prefix: '' | 'suspend-'
}

const Words = ({ t, typed, faults, prefix }: FormProps) => (
  <>
    <Field
      {...{ t, faults, name: `${prefix}text`, rows: 4, maxLength: 1000, required: true }}
      label={t('desk.scorecards.text')}
      hint={t('desk.scorecards.text.hint')}
      value={typed.text(`${prefix}text`)}
    />
    <Field
      {...{ t, faults, name: `${prefix}evidence`, maxLength: 400 }}
      label={t('desk.scorecards.evidence')}
      hint={t('desk.scorecards.evidence.hint')}
      value={typed.text(`${prefix}evidence`)}
    />
  </>
)

const Rule = ({ t, typed, faults, shown }: CardProps) => {
  const proposed = shown.proposal?.rule ?? 'conduct'
  const rules = REVIEW_RULES.filter((rule) => rule === 'conduct' || rule === proposed)
  return (
    <Select
      {...{ t, faults, name: 'rule', value: typed.text('rule') || proposed }}
      label={t('desk.scorecards.rule')}
      options={rules.map((value) => ({ value, label: t(`desk.scorecards.rule.${value}`) }))}
    />
  )
}

const StepForm = (props: FormProps) => {
  const { t, typed, faults, shown, commandId, acts, side, prefix } = props
  const path = `/desk/scorecards/${shown.outlet.code}/${side === 'outlet' ? 'answer' : ''}`
  return (
    <form className="desk-form desk-narrow" method="post" action={path}>
      <Seen version={shown.qualification.version} commandId={commandId} />
      {acts.length === 1 ? (
        <input type="hidden" name="act" value={acts[0]} />
      ) : (
        <Select
          {...{ t, faults, name: 'act', value: typed.text('act') }}
          label={t('desk.scorecards.act')}
          options={acts.map((value) => ({ value, label: t(`desk.scorecards.act.${value}`) }))}
        />
      )}
      {acts.includes('open_review') && <Rule {...props} />}
      {prefix !== '' && (
        <Select
          {...{ t, faults, name: 'cause', value: typed.text('cause') }}
          label={t('desk.scorecards.cause')}
          options={SUSPENSION_CAUSES.map((value) => ({
            ...{ value, label: t(`desk.scorecards.cause.${value}`) },
          }))}
        />
      )}
      <Words {...props} />
      <button className="btn btn-primary" type="submit">
        {acts.length === 1
          ? t(`desk.scorecards.act.${acts[0] ?? 'reply'}`)
          : t('desk.scorecards.take')}
      </button>
    </form>
  )
}

const Next = (props: CardProps) => {
  const { t, typed } = props
  const possible = possibleActs(props)
  const free = possible.filter(({ isBarred }) => !isBarred)
  const actsOf = (side: QualificationSide) =>
    free.flatMap((one) => (one.side === side && one.act !== 'suspend' ? [one.act] : []))
  const [hq, outlet] = [actsOf('hq'), actsOf('outlet')]
  const maySuspend = free.some(({ act }) => act === 'suspend')
  return (
    <>
      <h3>{t('desk.scorecards.next')}</h3>
      {possible.length > free.length && <p>{t('desk.scorecards.next.second')}</p>}
      {possible.length === 0 && <p>{t('desk.scorecards.next.wait')}</p>}
      {outlet.length > 0 && <StepForm {...props} acts={outlet} side="outlet" prefix="" />}
      {hq.length > 0 && <StepForm {...props} acts={hq} side="hq" prefix="" />}
      {maySuspend && (
        <details open={typed.text('act') === 'suspend'}>
          <summary className="tap-target">{t('desk.scorecards.suspend.at_once')}</summary>
          <p>{t('desk.scorecards.suspend.what')}</p>
          <StepForm {...props} acts={['suspend']} side="hq" prefix="suspend-" />
        </details>
      )}
    </>
  )
}

const isRunning = ({ status }: Qualification): boolean => status !== 'clear'

/** Where the process stands, what is due, and the forms for the next step. */
export const ProcessPart = (props: CardProps) => {
  const { t, locale, shown } = props
  const { qualification, proposal, phones, outlet } = shown
  return (
    <section className="desk-part" aria-labelledby="process">
      <h2 id="process">{t('desk.scorecards.process')}</h2>
      <p>
        <strong>{t(`desk.scorecards.status.${qualification.status}`)}</strong>
      </p>
      {proposal && !isRunning(qualification) && (
        <p>
          <strong>{t('desk.scorecards.proposed')}.</strong> {proposalText({ t, locale }, proposal)}.{' '}
          {t('desk.scorecards.proposed.what')}
        </p>
      )}
      <Times {...props} />
      {phones !== null && (
        <p>
          {t('desk.scorecards.phones', { count: phones })}{' '}
          <a className="tap-target" href={`/desk/board/?outlet=${outlet.code}`}>
            {t('desk.scorecards.phones.list')}
          </a>
        </p>
      )}
      <Next {...props} />
    </section>
  )
}
