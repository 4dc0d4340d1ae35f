import { describe, expect, it } from 'vitest'
import config from '#config'
import { PRODUCT_FAMILIES } from '#domain/outlets/outlet.ts'
import {
  type Catalogue,
  defaultService,
  FAULT_CODES,
  faultsOfModel,
  isFaultCode,
  isKnownModel,
  isOneHourListed,
  isReportedFault,
  modelOf,
  OTHER_MODEL,
  priceRange,
  REPORTED_FAULTS,
  typicalMinutes,
  usualWork,
} from '#domain/repairs/catalogue.ts'
import { FAULT_OF_ORDS, faultOfOrds, ORDS_OF_FAULT } from '#domain/repairs/ords-fault.ts'

const small: Catalogue = {
  models: [
    { id: 'p', family: 'phone', name: 'P', priceClass: 'phones' },
    { id: 'w', family: 'watch', name: 'W', priceClass: 'watches' },
  ],
  work: {
    phones: {
      screen: { fromMinor: 39_900, toMinor: 54_900, minutes: 45 },
      software: { fromMinor: 0, toMinor: 0, minutes: 30 },
    },
    watches: { battery: { fromMinor: 12_900, toMinor: 17_900, minutes: 60 } },
  },
  oneHour: { p: ['screen'] },
  tacs: {},
  warrantyMonths: { device: 12, battery: 6 },
}
const { catalogue } = config

describe('a catalogue', () => {
  it('prices a model and a fault, both ends included', () => {
    expect(priceRange(small, { model: 'p', fault: 'screen' })).toEqual({
      fromMinor: 39_900,
      toMinor: 54_900,
    })
    expect(typicalMinutes(small, { model: 'p', fault: 'screen' })).toBe(45)
  })

  it('says what a fault usually takes over the phones: half of them no longer, both ends of the price', () => {
    const work = (from: number, to: number, minutes: number) => ({
      screen: { fromMinor: from, toMinor: to, minutes },
    })
    const three: Catalogue = {
      models: [
        { id: 'a', family: 'phone', name: 'A', priceClass: 'a' },
        { id: 'b', family: 'phone', name: 'B', priceClass: 'b' },
        { id: 'c', family: 'phone', name: 'C', priceClass: 'c' },
        { id: 'w', family: 'watch', name: 'W', priceClass: 'w' },
      ],
      work: {
        a: work(300, 400, 120),
        b: work(100, 200, 40),
        c: work(200, 900, 45),
        w: work(1, 9999, 5),
      },
      oneHour: {},
      tacs: {},
      warrantyMonths: { device: 12, battery: 6 },
    }
    expect(usualWork(three, 'screen')).toEqual({ fromMinor: 100, toMinor: 900, minutes: 45 })
    expect(usualWork(three, 'other')).toBeNull()
    expect(usualWork({ ...three, models: three.models.slice(3) }, 'screen')?.minutes).toBe(5)
  })

  it('says nothing where nobody can: other models, faults without a usual price, findings', () => {
    for (const asked of [
      { model: OTHER_MODEL, fault: 'screen' },
      { model: 'nokia', fault: 'screen' },
      { model: 'w', fault: 'screen' },
      { model: 'p', fault: 'no_fault' },
      { model: 'p', fault: 'toString' },
      { model: '__proto__', fault: 'screen' },
    ]) {
      expect(priceRange(small, asked)).toBeNull()
      expect(typicalMinutes(small, asked)).toBeNull()
      expect(isOneHourListed(small, asked)).toBe(false)
    }
    expect([OTHER_MODEL, 'p', 'nokia', ''].map((id) => isKnownModel(small, id))).toEqual([
      ...[true, true, false, false],
    ])
  })

  it('offers the faults a model can have, and all where it is not known', () => {
    expect(faultsOfModel(small, 'w')).toEqual(['battery', 'other'])
    expect(faultsOfModel(small, OTHER_MODEL)).toEqual(REPORTED_FAULTS)
    expect(REPORTED_FAULTS).not.toContain('no_fault')
  })

  it('sends each fault to its service', () => {
    const serviceOf = (model: string, fault: string) => defaultService(small, { model, fault })
    expect(serviceOf('p', 'screen')).toBe('one_hour')
    expect(serviceOf('p', 'liquid')).toBe('repair')
    expect(serviceOf(OTHER_MODEL, 'screen')).toBe('repair')
    expect(serviceOf(OTHER_MODEL, 'software')).toBe('software_update')
    expect(serviceOf('p', 'data')).toBe('data_help')
  })
})

describe('the demonstration maker’s catalogue', () => {
  it('has models of every family, each once, plainly invented', () => {
    const ids = catalogue.models.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain(OTHER_MODEL)
    expect(new Set(catalogue.models.map(({ family }) => family))).toEqual(new Set(PRODUCT_FAMILIES))
    for (const { id, name } of catalogue.models) {
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(name.startsWith('Fixpoint ')).toBe(true)
    }
  })

  it('prices what it lists, from less to more, in whole fen', () => {
    const classes = new Set(catalogue.models.map(({ priceClass }) => priceClass))
    expect(classes).toEqual(new Set(Object.keys(catalogue.work)))
    for (const work of Object.values(catalogue.work).flatMap((row) => Object.values(row))) {
      expect(Number.isInteger(work.fromMinor) && work.fromMinor >= 0).toBe(true)
      expect(Number.isInteger(work.toMinor) && work.toMinor >= work.fromMinor).toBe(true)
      expect(Number.isInteger(work.minutes) && work.minutes > 0).toBe(true)
    }
    expect(config.currency).toBe('CNY')
  })

  it('promises an hour only for what is priced, is repair work and fits into it', () => {
    for (const [model, faults] of Object.entries(catalogue.oneHour)) {
      expect(modelOf(catalogue, model)).not.toBeNull()
      for (const fault of faults) {
        expect(['software', 'data', 'other', 'liquid']).not.toContain(fault)
        expect(typicalMinutes(catalogue, { model, fault })).toBeLessThanOrEqual(50)
      }
    }
  })
})

describe('fault codes', () => {
  it('are codes, and a customer never reports that there is no fault', () => {
    expect(FAULT_CODES.every(isFaultCode)).toBe(true)
    expect(FAULT_CODES.filter((code) => !isReportedFault(code))).toEqual(['no_fault'])
    expect([isFaultCode('constructor'), isFaultCode(''), isReportedFault('Screen')]).toEqual(
      Array(3).fill(false),
    )
  })

  it('have a category in open repair data, which is read back as the same or a wider fault', () => {
    const wider = {
      no_power: 'battery',
      overheating: 'battery',
      network: 'other',
      no_fault: 'other',
    }
    for (const code of FAULT_CODES) {
      const back = FAULT_OF_ORDS[ORDS_OF_FAULT[code]]
      expect(back).toBe(code in wider ? wider[code as keyof typeof wider] : code)
    }
    expect(faultOfOrds(' usb/Charging Port ')).toBe('charging')
    expect([faultOfOrds('Motor'), faultOfOrds(''), faultOfOrds('toString')]).toEqual([
      ...[null, null, null],
    ])
  })
})

describe('what a deployment says of bookings and parcels', () => {
  it('holds together', () => {
    const { booking, mailIn } = config
    expect(booking).toMatchObject({ leadMinutes: 60, horizonDays: 14, holdMinutes: 10 })
    for (const cap of Object.values(booking.caps)) expect(cap).toBeGreaterThan(0)
    expect(new Set(mailIn.couriers.map(({ id }) => id)).size).toBe(mailIn.couriers.length)
    expect(mailIn.couriers.at(-1)?.id).toBe('other')
    for (const [from, to] of Object.values(mailIn.days)) expect(from).toBeLessThanOrEqual(to)
    // Turnaround of mail-in repairs is promised within ten days.
    const longest = Object.values(mailIn.days).reduce((sum, [, to]) => sum + to, 0)
    expect(longest).toBeLessThanOrEqual(10)
  })
})
