import type { CallerSays } from '#domain/desk/hotline-check.ts'
import {
  CALL_RESULTS,
  type CallResult,
  HOTLINE_SOLUTIONS,
  HOTLINE_TOPICS,
  type HotlineSolution,
  type HotlineTopic,
} from '#domain/desk/hotline-codes.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { fieldOf, type Refused, type Typed } from '#functions/bookings/contact-query.ts'
import type { MessageKey } from '#i18n/translate.ts'

type Read<Wish> = { readonly errors: Refused; readonly wish: Wish | null }

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null

const faults = (tests: readonly (readonly [string, MessageKey | false])[]): Refused =>
  Object.fromEntries(tests.filter((test): test is [string, MessageKey] => test[1] !== false))

const LAST4 = /^\d{4}$/

/** What an agent heard before a status may be told: code, and digits or name with model. */
export function readStatusCheck(typed: Typed): Read<{ code: string; says: CallerSays }> {
  const code = readTicketCode(fieldOf(typed, 'code').normalize('NFKC'))
  const last4 = fieldOf(typed, 'last4').normalize('NFKC')
  const name = fieldOf(typed, 'name')
  const model = fieldOf(typed, 'model')
  const hasName = name !== '' && model !== ''
  const errors = faults([
    ['code', !code && 'desk.hotline.error.code'],
    ['last4', last4 !== '' && !LAST4.test(last4) && 'desk.hotline.error.last4'],
    ['last4', last4 === '' && !hasName && 'desk.hotline.error.proof'],
  ])
  if (!code || Object.keys(errors).length > 0) return { errors, wish: null }
  const says: CallerSays = last4 ? { kind: 'digits', last4 } : { kind: 'name', name, model }
  return { errors, wish: { code, says } }
}

export type SaidCall = {
  readonly result: CallResult
  readonly topic: HotlineTopic
  readonly solution: HotlineSolution | null
  readonly code: string | null
}

/** A call as its form says it; the code may be left out. `result` of the solved form is `solved`. */
export function readCall(typed: Typed): Read<SaidCall> {
  const result = oneOf(CALL_RESULTS, fieldOf(typed, 'result'))
  const topic = oneOf(HOTLINE_TOPICS, fieldOf(typed, 'topic'))
  const solution = oneOf(HOTLINE_SOLUTIONS, fieldOf(typed, 'solution'))
  const written = fieldOf(typed, 'code').normalize('NFKC')
  const code = readTicketCode(written)
  const isSolved = result === 'solved'
  const errors = faults([
    ['topic', !topic && 'desk.hotline.error.topic'],
    ['result', !result && 'desk.hotline.error.result'],
    ['solution', isSolved && !solution && 'desk.hotline.error.solution'],
    ['code', written !== '' && !code && 'desk.hotline.error.code'],
  ])
  if (!topic || !result || Object.keys(errors).length > 0) return { errors, wish: null }
  return { errors, wish: { result, topic, solution: isSolved ? solution : null, code } }
}
