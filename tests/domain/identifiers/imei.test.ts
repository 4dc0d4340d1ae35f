import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLuhnDigit, readImei } from '#domain/identifiers/imei.ts'

const reasonOf = (text: string) => {
  const reading = readImei(text)
  return reading.ok ? 'read' : reading.reason
}

/** Luhn by the table of doubled digits: an independent way to the check digit. */
const DOUBLED = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
const checkDigitOf = (digits: string): number => {
  const sum = [...digits].reduce(
    (total, digit, place) =>
      total + (place % 2 === digits.length % 2 ? Number(digit) : (DOUBLED[Number(digit)] ?? 0)),
    0,
  )
  return (10 - (sum % 10)) % 10
}
const fourteen = fc
  .array(fc.nat(9), { minLength: 14, maxLength: 14 })
  .map((digits) => digits.join(''))
  .filter((digits) => !/^0+$/.test(digits))

describe('an IMEI', () => {
  it('is 15 digits that Luhn agrees with; the first eight are its TAC', () => {
    expect(readImei('490154203237518')).toEqual({
      ok: true,
      imei: '490154203237518',
      tac: '49015420',
    })
    expect(reasonOf('356938035643809')).toBe('read')
    expect(reasonOf('490154203237519')).toBe('wrong_check_digit')
  })

  it('has exactly one right check digit', () => {
    fc.assert(
      fc.property(fourteen, (digits) => {
        const right = Array.from({ length: 10 }, (_, last) => last).filter((last) =>
          hasLuhnDigit(`${digits}${last}`),
        )
        expect(right).toEqual([checkDigitOf(digits)])
      }),
      { seed: 20261122 },
    )
  })

  it('shows every single wrong digit', () => {
    fc.assert(
      fc.property(fourteen, fc.nat(14), fc.integer({ min: 1, max: 9 }), (digits, place, more) => {
        const imei = `${digits}${checkDigitOf(digits)}`
        const wrong = [...imei]
        wrong[place] = String((Number(imei[place]) + more) % 10)
        expect(reasonOf(imei)).toBe('read')
        expect(reasonOf(wrong.join(''))).not.toBe('read')
      }),
      { seed: 20261122, numRuns: 1000 },
    )
  })

  it('is read as people write it and phones show it', () => {
    for (const written of [
      '49-015420-323751-8',
      ' 490154 20 323751 8 ',
      '490154/20/323751/8',
      '４９０１５４２０３２３７５１８',
      '490154203237518 / 01',
      '490154203237518/78',
      'IMEI: 490154203237518',
      'IMEI1：490154203237518 / 01',
      'imei 2 490154203237518',
      'IMEI 490154203237518',
      '490154–203237–518',
    ]) {
      expect(readImei(written)).toMatchObject({ ok: true, imei: '490154203237518' })
    }
  })

  it('is not an IMEISV, whose sixteen digits check nothing', () => {
    expect(reasonOf('4901542032375178')).toBe('software_version')
    expect(reasonOf('49-015420-323751-78')).toBe('software_version')
  })

  it('is refused by what is wrong with it', () => {
    expect(['', ' ', '---', 'IMEI:'].map(reasonOf)).toEqual(Array(4).fill('empty'))
    expect(['49015420323751', '49', '49015420323751800'].map(reasonOf)).toEqual(
      Array(3).fill('wrong_length'),
    )
    expect(['49015420323751X', '手机坏了', '<script>'].map(reasonOf)).toEqual(
      Array(3).fill('not_digits'),
    )
    expect(reasonOf('000000000000000')).toBe('all_zeros')
  })

  it('is refused and not thrown, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(typeof readImei(text).ok).toBe('boolean')
      }),
      { seed: 20261122 },
    )
  })
})
