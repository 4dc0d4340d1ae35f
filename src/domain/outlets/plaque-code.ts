import { issueCode, readCode } from '../identifiers/crockford.ts'

const PLAQUE_DIGITS = 8

/** The code on an outlet's plaque as stored (9 symbols), from what a person typed; null if mistyped. */
export const readPlaqueCode = (text: string): string | null => readCode(text, PLAQUE_DIGITS)

/** A new plaque code: 40 random bits and a check symbol, never derived from the outlet. */
export const issuePlaqueCode = (randomByte: () => number): string =>
  issueCode(PLAQUE_DIGITS, randomByte)
