import { describe, expect, it } from 'vitest'
import config from '#config'
import { CONDITIONS, FUNCTION_TESTS } from '#domain/desk/code-lists.ts'
import { type CoverageFacts, proposeCoverage } from '#domain/desk/intake-coverage.ts'
import { modelOfImei, readDevice } from '#domain/desk/intake-device.ts'
import { isKnownModel } from '#domain/repairs/catalogue.ts'
import { isCode } from '#domain/repairs/coded-values.ts'

const { catalogue } = config

describe('the coverage proposed', () => {
  const of = (change: Partial<CoverageFacts>) =>
    proposeCoverage(catalogue, {
      ...{ boughtOn: '2025-11-22', today: '2026-11-22', faultCode: 'charging', condition: [] },
      ...change,
    })

  it('is the warranty to the same day of the month, that day included', () => {
    expect(of({})).toEqual({ coverage: 'in_warranty', notCovered: null, until: '2026-11-22' })
    expect(of({ today: '2026-11-23' })).toMatchObject({
      coverage: 'out_of_warranty',
      notCovered: 'warranty_ended',
    })
  })

  it('ends with a shorter month', () => {
    expect(of({ boughtOn: '2026-08-31', faultCode: 'battery' })?.until).toBe('2027-02-28')
  })

  it('is shorter for a battery, which wears', () => {
    expect(of({ boughtOn: '2026-05-01' })?.coverage).toBe('in_warranty')
    expect(of({ boughtOn: '2026-05-01', faultCode: 'battery' })?.coverage).toBe('out_of_warranty')
  })

  it.each([
    ['liquid inside', { faultCode: 'liquid' }, 'liquid'],
    ['signs of liquid', { condition: ['liquid_signs'] }, 'liquid'],
    ['a bent frame', { condition: ['bent'] }, 'impact'],
    ['broken glass', { faultCode: 'screen', condition: ['cracked_glass'] }, 'impact'],
    ['an opened case', { condition: ['opened_before'] }, 'opened_by_others'],
  ] as const)(
    'is damage with %s, bought yesterday or without any proof',
    (_, change, notCovered) => {
      expect(of({ ...change, boughtOn: '2026-11-21' })).toMatchObject({
        ...{ coverage: 'damage', notCovered },
      })
      expect(of({ ...change, boughtOn: null })).toMatchObject({ coverage: 'damage', until: null })
    },
  )

  it('is nobody’s to guess without a date, or with one ahead', () => {
    expect(of({ boughtOn: null })).toBeNull()
    expect(of({ boughtOn: '2026-11-23' })).toBeNull()
  })

  it('doesn’t make broken glass the cause of a fault elsewhere', () => {
    expect(of({ condition: ['cracked_glass'] })?.coverage).toBe('in_warranty')
  })
})

describe('a device', () => {
  const typed = { imei: '', imei2: '', serial: '' }

  it('is named by one IMEI or two, as scanned', () => {
    expect(readDevice({ ...typed, imei: ' IMEI1: 49-015420-323751-8 ' })).toEqual({
      ...{ imeis: ['490154203237518'], serial: null, faults: {} },
    })
    const dual = { ...typed, imei: '490154203237518', imei2: '356938035643809' }
    expect(readDevice(dual).imeis).toEqual(['490154203237518', '356938035643809'])
  })

  it('is named by its serial number where it has no IMEI', () => {
    expect(readDevice({ ...typed, serial: ' SN-42/A7 ' })).toEqual({
      ...{ imeis: [], serial: 'SN-42/A7', faults: {} },
    })
  })

  it('is refused without any number, with a mistyped one, and with the same one twice', () => {
    expect(readDevice(typed).faults).toEqual({ imei: 'missing' })
    expect(readDevice({ ...typed, imei: '490154203237519' }).faults).toEqual({
      imei: 'wrong_check_digit',
    })
    const twice = { ...typed, imei: '490154203237518', imei2: '490154203237518' }
    expect(readDevice(twice).faults).toEqual({ imei2: 'same_twice' })
    expect(readDevice({ ...typed, serial: 'a b' }).faults).toEqual({ serial: 'bad_serial' })
  })

  it('has its model from the first eight digits, as far as the catalogue knows', () => {
    expect(modelOfImei(catalogue, '490154203237518')?.id).toBe('f2')
    expect(modelOfImei(catalogue, '490154203237519')).toBeNull()
    expect(modelOfImei(catalogue, '356938035643809')?.id).toBe('f3-pro')
    expect(modelOfImei(catalogue, '868186047654321')).toBeNull()
  })

  it('has no model that the catalogue lacks', () => {
    for (const [tac, model] of Object.entries(catalogue.tacs)) {
      expect(tac).toMatch(/^\d{8}$/)
      expect(isKnownModel(catalogue, model), model).toBe(true)
    }
  })
})

it('has only codes on its lists, which an event may hold', () => {
  for (const code of [...CONDITIONS, ...FUNCTION_TESTS]) expect(isCode(code), code).toBe(true)
})
