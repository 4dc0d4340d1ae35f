import { ACCESSORIES, CONDITIONS, FUNCTION_TESTS } from '#domain/desk/code-lists.ts'
import { type Catalogue, faultsOfModel } from '#domain/repairs/catalogue.ts'
import { LONGEST } from '../intake-query.ts'
import { textOf } from '../typed.ts'
import { CheckList, type Filling, SelectField, Tick, WordsField } from './fields.tsx'

type FaultProps = {
  readonly filling: Filling
  readonly catalogue: Catalogue
  readonly isOneHour: boolean
  /** The fault of an announced repair is what its customer said. */
  readonly isAnnounced: boolean
}

/** What is wrong, as a code and in the customer's words. */
export const FaultPart = ({ filling, catalogue, isOneHour, isAnnounced }: FaultProps) => {
  const { t, typed } = filling
  const said = textOf(typed, 'fault')
  const faults = faultsOfModel(catalogue, textOf(typed, 'model'))
  const offered = isAnnounced ? faults.filter((code) => code === said) : faults
  const choose = { value: '', label: t('desk.intake.fault.choose') }
  return (
    <section className="desk-part" aria-labelledby="part-fault">
      <h2 id="part-fault">{t('desk.intake.part.fault')}</h2>
      <SelectField
        {...filling}
        name="fault"
        label={t('desk.intake.fault')}
        options={[
          ...(isAnnounced ? [] : [choose]),
          ...offered.map((code) => ({ value: code, label: t(`repairs.finding.${code}`) })),
        ]}
      />
      <p className="intake-one-hour" data-one-hour hidden={!isOneHour}>
        {t('desk.intake.one_hour')}
      </p>
      <WordsField
        {...filling}
        name="words"
        label={t('desk.intake.words')}
        maxLength={LONGEST.words}
      />
    </section>
  )
}

/** How the phone looks, what works, and what comes with it. */
export const ConditionPart = ({ filling }: { readonly filling: Filling }) => {
  const { t } = filling
  return (
    <section className="desk-part" aria-labelledby="part-condition">
      <h2 id="part-condition">{t('desk.intake.part.condition')}</h2>
      <CheckList
        {...filling}
        name="condition"
        label={t('desk.intake.condition')}
        options={CONDITIONS.map((code) => ({
          value: code,
          label: t(`desk.intake.condition.${code}`),
        }))}
      />
      <p className="desk-alarm intake-swollen">{t('desk.intake.swollen')}</p>
      <CheckList
        {...filling}
        name="fails"
        label={t('desk.intake.fails')}
        hint={t('desk.intake.fails.hint')}
        options={FUNCTION_TESTS.map((code) => ({ value: code, label: t(`repairs.test.${code}`) }))}
      />
      <Tick {...filling} name="untested" label={t('desk.intake.untested')} />
      <CheckList
        {...filling}
        name="accessories"
        label={t('desk.intake.accessories')}
        options={ACCESSORIES.map((code) => ({
          value: code,
          label: t(`desk.intake.accessory.${code}`),
        }))}
      />
    </section>
  )
}
