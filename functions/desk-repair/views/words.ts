import type { FixpointConfig } from '#config'
import {
  type CodeOf,
  OPEN_LISTS,
  type OpenList,
  STEP_LISTS,
  type StepList,
} from '#domain/desk/repair-lists.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'

type Words = { readonly [List in StepList]: (t: Translate, code: CodeOf<List>) => string }

/** What each code of a list is called at the desk. */
const WORDS: Words = {
  functionTests: (t, code) => t(`repairs.test.${code}`),
  conditions: (t, code) => t(`desk.repair.condition.${code}`),
  accessories: (t, code) => t(`desk.repair.accessory.${code}`),
  checkFailures: (t, code) => t(`desk.repair.check_failure.${code}`),
  delayReasons: (t, code) => t(`repairs.reason.${code}`),
  correctionReasons: (t, code) => t(`desk.repair.correction.${code}`),
  evidence: (t, code) => t(`desk.repair.evidence.${code}`),
  cancelProofs: (t, code) => t(`desk.repair.proof.${code}`),
  foundPlaces: (t, code) => t(`desk.repair.found.${code}`),
  faults: (t, code) => t(`repairs.finding.${code}`),
  faultsFound: (t, code) => t(`repairs.finding.${code}`),
  coverages: (t, code) => t(`desk.repair.coverage.${code}`),
  barriers: (t, code) => t(`repairs.barrier.${code}`),
  works: (t, code) => t(`repairs.work.${code}`),
  oldParts: (t, code) => t(`desk.repair.old_part.${code}`),
  askKinds: (t, code) => t(`repairs.ask.${code}.title`),
  notCovered: (t, code) => t(`repairs.ask.not_covered.${code}`),
  chargeItems: (t, code) => t(`repairs.item.${code}`),
  continuations: (t, code) => t(`desk.repair.continue.${code}`),
  declineReasons: (t, code) => t(`repairs.why.${code}`),
  withdrawReasons: (t, code) => t(`repairs.why.${code}`),
  reopenReasons: (t, code) => t(`desk.repair.reopen.${code}`),
  bounceReasons: (t, code) => t(`desk.repair.bounce.${code}`),
  payments: (t, code) => t(`desk.repair.payment.${code}`),
  collectors: (t, code) => t(`desk.repair.collector.${code}`),
  rules: (t, code) => t(`desk.repair.rule.${code}`),
  overrides: (t, code) => t(`desk.repair.override.${code}`),
  corrected: (t, code) => t(`desk.repair.corrected.${code}`),
  waysBack: (t, code) => t(`desk.repair.way_back.${code}`),
}

export type Choice = { readonly code: string; readonly words: string }

/** What a deployment and an outlet know to choose from. */
export type OpenChoices = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'catalogue' | 'mailIn'>
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

const OPEN: { readonly [List in OpenList]: (known: OpenChoices) => readonly Choice[] } = {
  couriers: ({ locale, config }) =>
    config.mailIn.couriers.map(({ id, name }) => ({ code: id, words: name[locale] })),
  models: ({ locale, config }) => [
    ...config.catalogue.models.map(({ id, name }) => ({ code: id, words: name })),
    { code: 'other', words: translator(locale)('repairs.other_model') },
  ],
  people: ({ people }) => people.map(({ id, name }) => ({ code: id, words: name })),
}

const isOpen = (list: StepList | OpenList): list is OpenList =>
  (OPEN_LISTS as readonly string[]).includes(list)

/** What a field offers, in words. */
export function choicesOf(list: StepList | OpenList, known: OpenChoices): readonly Choice[] {
  if (isOpen(list)) return OPEN[list](known)
  const t = translator(known.locale)
  const words = WORDS[list] as (t: Translate, code: string) => string
  return STEP_LISTS[list].map((code) => ({ code, words: words(t, code) }))
}

/** A code in words; one that is on no list any more is shown as it is. */
export const wordOf = (list: StepList | OpenList, code: string, known: OpenChoices): string =>
  choicesOf(list, known).find((choice) => choice.code === code)?.words ?? code
