import { findName } from './find-name.ts'

/** What a caller says to show whose repair it is: the last four digits of the phone, or name and model. */
export type CallerSays =
  | { readonly kind: 'digits'; readonly last4: string }
  | { readonly kind: 'name'; readonly name: string; readonly model: string }

/** What is on record of the repair's contact; null after erasure. */
export type OnRecord = { readonly name: string | null; readonly model: string }

/**
 * Whether name and model are those on record: the whole name, in any spelling, and the very model.
 * `namesCaller({ name: '王小明', model: 'f2' }, { kind: 'name', name: '王 小明', model: 'f2' })` is true.
 */
export function namesCaller(
  { name, model }: OnRecord,
  said: Extract<CallerSays, { kind: 'name' }>,
): boolean {
  const spoken = findName(said.name)
  return name !== null && spoken !== '' && spoken === findName(name) && said.model === model
}
