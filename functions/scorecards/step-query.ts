import { REVIEW_RULES } from '#domain/scorecards/propose-review.ts'
import { SUSPENSION_CAUSES } from '#domain/scorecards/qualification.ts'
import { QUALIFICATION_ACTIONS } from '#domain/scorecards/qualification-table.ts'
import { type Form, keyIn, versionIn } from '#functions/desk-network/form-query.ts'
import type { Faults } from '#functions/desk-network/views/form-parts.tsx'
import type { QualificationWish, StepRefusal } from './step-qualification.ts'

/** The fields of the form for suspending stand beside another form's. */
const prefixOf = (form: Form): string => (form.text('act') === 'suspend' ? 'suspend-' : '')

/** A step from its form; null = it names none. */
export function stepIn(form: Form, code: string): QualificationWish | null {
  const type = QUALIFICATION_ACTIONS.find((act) => act === form.text('act'))
  if (type === undefined || type === 'miss') return null
  const prefix = prefixOf(form)
  return {
    ...{ code, type, expectedVersion: versionIn(form), key: keyIn(form) },
    rule:
      type === 'open_review'
        ? (REVIEW_RULES.find((rule) => rule === form.text('rule')) ?? null)
        : null,
    cause:
      type === 'suspend'
        ? (SUSPENSION_CAUSES.find((cause) => cause === form.text('cause')) ?? null)
        : null,
    text: form.text(`${prefix}text`),
    evidence: form
      .text(`${prefix}evidence`)
      .split(/[\s,，、;；]+/)
      .filter((one) => one !== ''),
  }
}

/** The field that a refusal is about; none = it is about the whole step. */
export function faultsOf(form: Form, refusal: StepRefusal | string): Faults {
  const prefix = prefixOf(form)
  if (refusal === 'words_missing') return { [`${prefix}text`]: 'desk.scorecards.fault.text' }
  if (refusal === 'unknown_code') return { [`${prefix}evidence`]: 'desk.scorecards.fault.evidence' }
  if (refusal === 'rule_not_met') return { rule: 'desk.scorecards.fault.rule' }
  if (refusal !== 'bad_value') return {}
  return prefix === ''
    ? { rule: 'desk.scorecards.fault.rule' }
    : { cause: 'desk.scorecards.fault.cause' }
}
