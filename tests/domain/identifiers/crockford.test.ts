import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSymbol, issueCode, readCode, spellCode } from '#domain/identifiers/crockford.ts'
import { readPlaqueCode } from '#domain/outlets/plaque-code.ts'

const seed = { seed: 20261121 }
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const digits = fc
  .array(fc.constantFrom(...DIGITS), { minLength: 8, maxLength: 8 })
  .map((list) => list.join(''))

/** Value mod 37 by arithmetic on the whole number: an independent way to the check symbol. */
const byBigInt = (text: string) =>
  `${DIGITS}*~$=U`[
    Number(
      [...text].reduce((value, digit) => value * 32n + BigInt(DIGITS.indexOf(digit)), 0n) % 37n,
    )
  ]

describe('codes in Crockford base32', () => {
  it('end with their value mod 37', () => {
    fc.assert(
      fc.property(digits, (text) => {
        expect(checkSymbol(text)).toBe(byBigInt(text))
      }),
      seed,
    )
  })

  it('are read however people write them', () => {
    const check = checkSymbol('0123ABCD')
    for (const written of [`0123ABCD${check}`, `o1-23 abcd ${check}`, ` Oi23－abcd${check}`]) {
      expect(readCode(written, 8)).toBe(`0123ABCD${check}`)
    }
  })

  it('refuse a wrong length, a foreign letter and an empty text', () => {
    const check = checkSymbol('0123ABCD')
    for (const written of ['', '0123ABCD', `0123ABC${check}`, `0123ABCU${check}`, '网点']) {
      expect(readCode(written, 8)).toBeNull()
    }
  })

  it('notice every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(digits, fc.nat(7), fc.constantFrom(...DIGITS), (text, place, other) => {
        const code = text + checkSymbol(text)
        const wrong = code.slice(0, place) + other + code.slice(place + 1)
        if (other !== code[place]) expect(readCode(wrong, 8)).toBeNull()
        const [a, b] = [code[place] ?? '', code[place + 1] ?? '']
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2)
        if (a !== b && place < 7) expect(readCode(swapped, 8)).toBeNull()
      }),
      { ...seed, numRuns: 500 },
    )
  })

  it('are never issued with a check symbol that is hard to say', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(255)), (bytes) => {
        const code = issueCode(8, () => bytes.next().value ?? 0)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/)
        expect(readPlaqueCode(spellCode(code).toLowerCase())).toBe(code)
      }),
      { ...seed, numRuns: 300 },
    )
  })
})
