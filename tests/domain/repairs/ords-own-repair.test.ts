import { describe, expect, it } from 'vitest'
import config from '#config'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { messagesOfEvent } from '#domain/messages/messages-of-event.ts'
import { isCode } from '#domain/repairs/coded-values.ts'
import { actionOfEvent } from '#domain/repairs/event-facts.ts'
import { IMPORTED_REPAIR, importedEvent } from '#domain/repairs/ords-import-event.ts'
import { ordsEndOf, ordsOfRepair, outcomeOfOrds } from '#domain/repairs/ords-own-repair.ts'
import type { ImportedRepair } from '#domain/repairs/ords-record.ts'
import { BARRIERS, OUTCOMES, type Repair } from '#domain/repairs/repair.ts'
import { REPAIR_EVENT_TYPES, type RepairEventType } from '#domain/repairs/repair-event.ts'
import { aMailIn, aRepair } from '#support/a-repair.ts'

const IMPORTED: ImportedRepair = {
  id: 'fixture-1',
  provider: 'The Repair Circle',
  providerCode: 'the-repair-circle',
  countryCode: 'GB',
  date: '2019-03-04',
  family: 'phone',
  brand: 'PTT Telecom',
  yearOfManufacture: 2015,
  ageYears: 4,
  fault: 'Power/battery',
  status: 'End of life',
  barrier: 'Spare parts not available',
  outletCode: 'SZ-001',
}

describe('the event of an imported repair', () => {
  const event = importedEvent(IMPORTED)

  it('is one, of a subject that no ticket code is', () => {
    expect(event).toMatchObject({
      subject: 'import/the-repair-circle/fixture-1',
      version: 1,
      type: 'repair.imported',
      happenedAt: Date.UTC(2019, 2, 4),
    })
    expect(readTicketCode(event.subject.slice('import/'.length))).toBeNull()
  })

  it('holds codes and numbers only', () => {
    for (const value of Object.values(event.data)) {
      expect(value === null || typeof value === 'number' || isCode(value)).toBe(true)
    }
    expect(event.data).toMatchObject({ brand: 'ptt-telecom', fault: 'power_battery' })
  })

  it('counts nowhere, of an outlet too, and even if it named outlet and day', () => {
    expect(countsOfEvent(event)).toEqual([])
    const data = { ...event.data, outlet: 'SZ-001', day: '2019-03-04' }
    expect(countsOfEvent({ ...event, data })).toEqual([])
    expect(countsOfEvent({ type: 'repair.received', data })).toHaveLength(1)
  })

  it('tells nobody', () => {
    expect(messagesOfEvent(event)).toEqual([])
  })

  it('is no step of a repair: no action has it', () => {
    expect(Object.values(REPAIR_EVENT_TYPES)).not.toContain(IMPORTED_REPAIR)
    expect(() => actionOfEvent(IMPORTED_REPAIR as RepairEventType)).toThrow(IMPORTED_REPAIR)
  })
})

describe('one of our repairs as an open record', () => {
  const recordOf = (repair: Repair) =>
    ordsOfRepair(repair, {
      catalogue: config.catalogue,
      name: 'Fixpoint',
      countryCode: 'CN',
      closedOn: '2026-10-03',
    })

  it('says what, where, when and how it ended, and nothing that leads back', () => {
    const { repair } = aRepair({ model: 'f2' }).collected()
    const record = recordOf(repair)
    expect(record).toEqual({
      provider: 'Fixpoint',
      countryCode: 'CN',
      family: 'phone',
      brand: 'Fixpoint',
      yearOfManufacture: null,
      ageYears: null,
      fault: 'Screen',
      status: 'Fixed',
      barrier: null,
      outletCode: 'SZ-001',
      date: '2026-10-03',
    })
    expect(JSON.stringify(record)).not.toContain(repair.code)
  })

  it('is none while it is open, and where nothing was received', () => {
    for (const story of [
      aRepair(),
      aRepair().repairing(),
      aRepair().ready(),
      aRepair().cancelled(),
      aRepair().lapsed(),
      aMailIn().posted(),
    ]) {
      expect(recordOf(story.repair)).toBeNull()
    }
  })

  it('names the fault that was found rather than the one reported', () => {
    const { repair } = aRepair({ model: 'f2', faultCode: 'no_power' })
      .repairing({ faultCode: 'battery' })
      .qualityCheck({ faultCode: 'battery' })
      .collected()
    expect(recordOf(repair)?.fault).toBe('Power/battery')
    const { repair: none } = aRepair()
      .givenUp({ faultCode: 'no_fault', barrier: 'no_fault_found' })
      .act('hand_over')
    expect(recordOf(none)).toMatchObject({ fault: 'Unknown', status: 'Unknown' })
  })

  it('has no brand and is a mobile where the model is on no list', () => {
    const { repair } = aRepair({ model: 'other' }).collected()
    expect(recordOf(repair)).toMatchObject({ brand: null, family: 'phone' })
    const { repair: watch } = aRepair({ model: 'w1' }).collected()
    expect(recordOf(watch)).toMatchObject({ brand: 'Fixpoint', family: 'watch' })
  })

  it('is fixed only where it was repaired', () => {
    expect(OUTCOMES.filter((outcome) => ordsEndOf(outcome, null).status === 'Fixed')).toEqual([
      'repaired',
    ])
    expect(BARRIERS.map((barrier) => ordsEndOf('returned_unrepaired', barrier).status)).toEqual([
      'Unknown',
      'End of life',
      'End of life',
      'Repairable',
      'Repairable',
      'Unknown',
      'Unknown',
    ])
  })
})

describe('the outcome of a record', () => {
  it('comes out as the same end again', () => {
    for (const end of [
      ordsEndOf('repaired', null),
      ordsEndOf('returned_unrepaired', 'unrepairable'),
      ordsEndOf('returned_unrepaired', 'part_unavailable'),
    ]) {
      const ours = outcomeOfOrds(end)
      expect(ours && ordsEndOf(ours.outcome, ours.barrier)).toEqual(end)
    }
  })

  it('is none where nobody knows, and no refusal of the customer where it is repairable', () => {
    expect(outcomeOfOrds({ status: 'Unknown', barrier: null })).toBeNull()
    expect(outcomeOfOrds({ status: 'Repairable', barrier: null })?.barrier).toBe('other')
  })
})
