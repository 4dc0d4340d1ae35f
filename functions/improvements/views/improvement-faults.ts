import { holdsPersonal } from '#domain/voices/mask-personal.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import type { Faults } from '#functions/desk-network/views/form-parts.tsx'
import type { MessageKey } from '#i18n/translate.ts'

const FAULTS = {
  themes: 'desk.improvements.fault.themes',
  dueDay: 'desk.improvements.fault.day',
  day: 'desk.improvements.fault.day',
  kpi: 'desk.improvements.fault.kpi',
  beforeAmount: 'desk.improvements.fault.amount',
  beforeN: 'desk.improvements.fault.n',
  beforeFrom: 'desk.improvements.fault.day',
  beforeUntil: 'desk.improvements.fault.day',
  afterAmount: 'desk.improvements.fault.amount',
  afterN: 'desk.improvements.fault.n',
  afterFrom: 'desk.improvements.fault.day',
  afterUntil: 'desk.improvements.fault.day',
} as const satisfies Record<string, MessageKey>

const isKnown = (field: string): field is keyof typeof FAULTS => Object.hasOwn(FAULTS, field)

/** Why each field can't be taken. What is left are words: too few, too many, or somebody's. */
export const faultsOf = (typed: Form, wrong: readonly string[]): Faults =>
  Object.fromEntries(
    wrong.map((field): [string, MessageKey] => {
      if (isKnown(field)) return [field, FAULTS[field]]
      return [
        field,
        holdsPersonal(typed.text(field))
          ? 'desk.improvements.fault.personal'
          : 'desk.improvements.fault.words',
      ]
    }),
  )
