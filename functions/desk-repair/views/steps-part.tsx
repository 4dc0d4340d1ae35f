import type { StaffStep } from '#domain/desk/repair-field.ts'
import { orderSteps } from '#domain/desk/repair-next.ts'
import { holderOf } from '#domain/repairs/holder.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { ArrivalPart, isArriving } from './arrival-part.tsx'
import { at, type RepairPage } from './repair-page.ts'
import { StepForm } from './step-form.tsx'

type Props = { readonly page: RepairPage }

/** What must be known before a step is taken. */
function Beforehand({ page, step }: Props & { readonly step: StaffStep }) {
  const { t, shown, locale } = page
  const { amountDue } = shown.repair
  if (step === 'hand_over' || step === 'post_back') {
    return (
      <p className="desk-due">
        {amountDue && amountDue.amountMinor > 0
          ? t('desk.repair.due', {
              amount: formatPrice(locale, amountDue.amountMinor, amountDue.currency),
            })
          : t('desk.repair.nothing_due')}
      </p>
    )
  }
  if (step === 'inform' && shown.repair.nextUpdateBy !== null) {
    return (
      <p className="desk-muted">
        {t('desk.repair.news_due', { time: at(page, shown.repair.nextUpdateBy) })}
      </p>
    )
  }
  return null
}

/** Whoever finished a repeat repair is told why they don't see the check. */
function SecondPerson({ page }: Props) {
  const { repair, actor, allowed } = page.shown
  const isOwn = repair.repeatOf !== null && repair.finishedBy === actor.id
  if (repair.status !== 'quality_check' || !isOwn) return null
  const key = allowed.includes('pass_check')
    ? 'desk.repair.second_person.manager'
    : 'desk.repair.second_person'
  return <p className="desk-alarm">{page.t(key)}</p>
}

function Other({ page, step }: Props & { readonly step: StaffStep }) {
  const { t, tried } = page
  return (
    <details className="desk-step" id={`step-${step}`} open={tried?.step === step}>
      <summary>{t(`desk.repair.do.${step}`)}</summary>
      <Beforehand page={page} step={step} />
      <StepForm page={page} step={step} />
    </details>
  )
}

/** Nothing here is this person's to do next: whose turn it is. */
const SomebodyElse = ({ page }: Props) => (
  <p>
    {page.t('desk.repair.turn_of', {
      holder: page.t(`desk.repair.holder.${holderOf(page.shown.repair)}`),
    })}
  </p>
)

/** What is to be done now: the counter's own form for a phone that comes, else the step's. */
function Next({ page, step }: Props & { readonly step: StaffStep | null }) {
  if (step === null) {
    return isArriving(page) ? <ArrivalPart page={page} /> : <SomebodyElse page={page} />
  }
  return (
    <>
      <Beforehand page={page} step={step} />
      <StepForm page={page} step={step} isNext />
    </>
  )
}

function nextText(page: RepairPage, step: StaffStep | null): string {
  const { t } = page
  if (step) return t('desk.repair.next', { step: t(`desk.repair.do.${step}`) })
  return isArriving(page)
    ? t('desk.repair.next', { step: t('desk.repair.do.receive') })
    : t('desk.repair.next.none')
}

/** What is to be done now, with its form open; then everything else that may be done. */
export function StepsPart({ page }: Props) {
  const { t, shown, tried } = page
  const { next, others } = orderSteps(shown.repair, shown.allowed)
  // What was tried goes on where it was left.
  const goesOn = tried && shown.allowed.includes(tried.step) ? tried.step : null
  const first = goesOn ?? (isArriving(page) ? null : next)
  const rest = [...(next && next !== first ? [next] : []), ...others.filter((one) => one !== first)]
  return (
    <section className="desk-next" aria-labelledby="next">
      <h2 id="next">{nextText(page, first)}</h2>
      <SecondPerson page={page} />
      <Next page={page} step={first} />
      {rest.length > 0 ? (
        <div className="desk-steps">
          <h3>{t('desk.repair.others')}</h3>
          {rest.map((step) => (
            <Other key={step} page={page} step={step} />
          ))}
        </div>
      ) : null}
    </section>
  )
}
