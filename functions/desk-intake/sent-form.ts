import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { IntakeCase, IntakeWish } from './load-intake.ts'
import { type IntakeProposal, proposeIntake } from './propose-intake.ts'
import { type Typed, textOf } from './typed.ts'

/** Which record a sent form is about, by its hidden fields. */
export function wishOf(typed: Typed): IntakeWish {
  const [code, ticket] = [textOf(typed, 'code'), textOf(typed, 'ticket')].map(readTicketCode)
  const isFurther = textOf(typed, 'further') === 'yes'
  return {
    outlet: textOf(typed, 'outlet').toUpperCase() || null,
    code: code ?? (isFurther ? null : (ticket ?? null)),
    ticket: isFurther ? (ticket ?? null) : null,
  }
}

/** What is proposed for the phone as far as the form says. */
export const proposeFor = (
  asking: Pick<Sources, 'databases' | 'now' | 'config'>,
  { outlet }: IntakeCase,
  typed: Typed,
): Promise<IntakeProposal> =>
  proposeIntake(asking, {
    outlet,
    model: textOf(typed, 'model'),
    faultCode: textOf(typed, 'fault'),
    boughtOn: textOf(typed, 'boughtOn') || null,
    condition: typed.lists.condition,
  })
