import type { Money } from './repair.ts'

const CODE = /^[A-Za-z0-9][A-Za-z0-9_.:/#+-]{0,63}$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const CURRENCY = /^[A-Z]{3}$/

/**
 * Whether a text can stand in an event: a code, number or id of 1 to 64 ASCII characters without
 * spaces, so that no name and no sentence gets into the ledger.
 * `isCode('SF1234567890')` is true; `isCode('screen cracked')` and `isCode('')` are false.
 */
export const isCode = (value: unknown): value is string =>
  typeof value === 'string' && CODE.test(value)

/** A code, or left open. */
export const isCodeOrNull = (value: unknown): boolean => value === null || isCode(value)

/** Codes all, perhaps none. */
export const areCodes = (values: readonly string[]): boolean => values.every(isCode)

/** Codes all, and at least one. */
export const areSomeCodes = (values: readonly string[]): boolean =>
  values.length > 0 && areCodes(values)

/** Whether a text is a date of the calendar: `isDate('2026-02-30')` is false. */
export const isDate = (value: string): boolean => {
  if (!DATE.test(value)) return false
  const midnight = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(value)
}

/** Years have four digits, in every zone: beyond them, dates as text are in no order. */
const END = Date.UTC(9999, 11, 31)

/** Whether a number is an instant, whole epoch ms, from 1970 to the last but one day of 9999. */
export const isInstant = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value < END

/** Whether a sum is in whole minor units, not below 0, of an ISO 4217 currency. */
export const isMoney = (money: Money): boolean =>
  Number.isSafeInteger(money.amountMinor) && money.amountMinor >= 0 && CURRENCY.test(money.currency)

/** Whether a text has the form of an ISO 4217 code: `isCurrency('CNY')` is true. */
export const isCurrency = (value: string): boolean => CURRENCY.test(value)
