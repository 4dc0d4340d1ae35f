import { spellCode } from '#domain/identifiers/crockford.ts'
import { costOfNo } from '#domain/repairs/answers.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { DECLINE_REASONS, WITHDRAW_REASONS } from './views/reasons.ts'
import { type ConfirmedStep, StepForm } from './views/status-forms.tsx'
import { at, modelName, type StatusPage } from './views/status-page.ts'

type Props = { readonly page: StatusPage; readonly step: ConfirmedStep }

const REASONS: Record<ConfirmedStep, readonly (typeof DECLINE_REASONS)[number][]> = {
  decline: DECLINE_REASONS,
  withdraw: WITHDRAW_REASONS,
  cancel: [],
  delivered: [],
}

/** What it costs to say no: said before it is said. */
function Cost({ page }: { readonly page: StatusPage }) {
  const { locale, repair } = page
  const t = translator(locale)
  const cost = costOfNo(repair)
  return (
    <p className="repair-lead">
      {cost
        ? t('repairs.confirm.costs', {
            amount: formatPrice(locale, cost.amountMinor, cost.currency),
          })
        : t('repairs.confirm.free')}
    </p>
  )
}

/** Whoever thinks better of it at the counter still gets the price. */
function PriceHolds({ page }: { readonly page: StatusPage }) {
  const { ask } = page.repair
  if (!ask?.currency) return null
  const time = at(page, ask.priceHoldsUntil)
  return <p>{translator(page.locale)('repairs.confirm.decline.holds', { time })}</p>
}

/** Why, from a short list: the answer helps the outlet and commits nobody. */
function Reasons({ page, step }: Props) {
  const t = translator(page.locale)
  const reasons = REASONS[step]
  if (reasons.length === 0) return null
  return (
    <fieldset>
      <legend className="font-semibold">{t('repairs.confirm.why')}</legend>
      {reasons.map((reason) => (
        <label key={reason} className="choice">
          <input
            type="radio"
            name="reason"
            value={reason}
            checked={reason === 'no_reason' ? true : undefined}
          />
          <span>{t(`repairs.why.${reason}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** "Really?": what a step that can't be taken back leads to and costs, and the way back. */
export function ConfirmView({ page, step }: Props) {
  const { locale, repair } = page
  const t = translator(locale)
  return (
    <div className="prose-column">
      <p className="repair-what">
        <span className="whitespace-nowrap">{spellCode(repair.code)}</span>
        <span>{modelName(page)}</span>
      </p>
      <h1>{t(`repairs.confirm.${step}.title`)}</h1>
      {step === 'decline' || step === 'withdraw' ? <Cost page={page} /> : null}
      <p>{t(`repairs.confirm.${step}.text`)}</p>
      {step === 'decline' ? <PriceHolds page={page} /> : null}
      <StepForm page={page} step={step}>
        <Reasons {...{ page, step }} />
        <div className="answers">
          <button className="btn btn-primary" type="submit">
            {t(`repairs.confirm.${step}.yes`)}
          </button>
          <a className="btn btn-quiet" href={localePath(locale, '/repairs/status/')}>
            {t('repairs.confirm.no')}
          </a>
        </div>
      </StepForm>
    </div>
  )
}
