import { allowedActions } from '#domain/repairs/allowed-actions.ts'
import type { CustomerStep } from './status-forms.tsx'
import { mayAnswer, type StatusPage } from './status-page.ts'

/** Whether this reader may take a step now. An ask is answered by its own link alone. */
export function mayTake(page: StatusPage, step: CustomerStep): boolean {
  const { repair, via } = page
  const allowed = allowedActions(repair, { id: 'customer', roles: ['customer'], via })
  const isAnswer = step === 'accept' || step === 'decline'
  return allowed.includes(step) && (!isAnswer || mayAnswer(page))
}
