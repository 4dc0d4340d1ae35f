import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSymbol, numberOf, spellCode, spellNumber } from '#domain/identifiers/crockford.ts'
import { bucketOfTicket, issueTicketCode, readTicketCode } from '#domain/identifiers/ticket-code.ts'

const seed = { seed: 20261122 }
const bucket = fc.integer({ min: 0, max: 1023 })
const bytes = fc.infiniteStream(fc.nat(255))
const issued = fc
  .tuple(bucket, bytes)
  .map(([of, stream]) => ({ of, code: issueTicketCode(of, () => stream.next().value ?? 0) }))

/** Written independently of the code: what a person may see in a ticket code. */
const SAYABLE = /^[0-9A-HJKMNP-TV-Z]{13}$/

describe('ticket codes', () => {
  it('are 13 symbols that can be said, and name their bucket', () => {
    fc.assert(
      fc.property(issued, ({ of, code }) => {
        expect(code).toMatch(SAYABLE)
        expect(bucketOfTicket(code)).toBe(of)
        expect(checkSymbol(code.slice(0, 12))).toBe(code.slice(12))
      }),
      { ...seed, numRuns: 2000 },
    )
  })

  it('exist for every bucket, and for no number that is none', () => {
    let at = 0
    const byte = () => (at++ * 97) & 255
    for (let of = 0; of < 1024; of++) expect(bucketOfTicket(issueTicketCode(of, byte))).toBe(of)
    for (const of of [-1, 1024, 1.5, Number.NaN]) {
      expect(() => issueTicketCode(of, byte)).toThrow(RangeError)
    }
  })

  it('draw ten symbols at random: all 32 of them, in each of the ten places', () => {
    const seen = Array.from({ length: 10 }, () => new Set<string>())
    let state = 1
    const byte = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return state >>> 24
    }
    for (let n = 0; n < 2000; n++) {
      const code = issueTicketCode(243, byte)
      expect(code.startsWith('7K')).toBe(true)
      for (const [place, symbols] of seen.entries()) symbols.add(code.charAt(place + 2))
    }
    expect(seen.map(({ size }) => size)).toEqual(Array(10).fill(32))
  })

  it('are drawn again while the check symbol would be hard to say', () => {
    const awkward = ['*', '~', '$', '=', 'U']
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    // One more in the last place is one more in the remainder: 37 - 5 neighbours of 32 can be said.
    const hard = [...digits].filter((last) => awkward.includes(checkSymbol(`7K000000000${last}`)))
    expect(hard.length).toBeGreaterThan(0)
    for (const last of hard) {
      const firstTry = [...Array(9).fill(0), digits.indexOf(last)]
      const drawn = [...firstTry, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]
      let at = 0
      const code = issueTicketCode(243, () => drawn[at++] ?? at * 7)
      expect(code).toMatch(SAYABLE)
      expect(at).toBeGreaterThan(10)
    }
  })

  it('are read as people write and say them', () => {
    fc.assert(
      fc.property(issued, ({ code }) => {
        const spoken = spellCode(code).toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o')
        for (const written of [code, spellCode(code), ` ${spoken} `, spoken.replaceAll('-', ' ')]) {
          expect(readTicketCode(written)).toBe(code)
        }
      }),
      seed,
    )
    expect(readTicketCode('7K3M-9QXF-2T8B-V')).toBe('7K3M9QXF2T8BV')
  })

  it('are not read with a symbol wrong, missing, added, or swapped with its neighbour', () => {
    fc.assert(
      fc.property(issued, fc.nat(11), fc.nat(31), ({ code }, place, digit) => {
        const other = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(digit)
        const [left, right] = [code.slice(0, place), code.slice(place + 1)]
        if (other !== code[place]) expect(readTicketCode(left + other + right)).toBeNull()
        expect(readTicketCode(left + right)).toBeNull()
        expect(readTicketCode(`${code}0`)).toBeNull()
        const swapped = left + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2)
        if (place < 11 && swapped !== code) expect(readTicketCode(swapped)).toBeNull()
      }),
      { ...seed, numRuns: 1000 },
    )
    for (const wrong of ['', '维修单', '7K3M-9QXF-2T8B', "' OR 1=1 --", '7K3M9QXF2T8B=']) {
      expect(readTicketCode(wrong)).toBeNull()
    }
  })
})

describe('numbers in base32', () => {
  it('are padded, and read back', () => {
    expect([0, 31, 32, 243, 1023].map((value) => spellNumber(value, 2))).toEqual([
      ...['00', '0Z', '10', '7K', 'ZZ'],
    ])
    fc.assert(
      fc.property(fc.nat(32 ** 5 - 1), (value) => {
        expect(numberOf(spellNumber(value, 5))).toBe(value)
      }),
      seed,
    )
    expect(() => spellNumber(1024, 2)).toThrow(RangeError)
  })
})
