import { describe, expect, it } from 'vitest'
import { countId, dayOfCount, isOnShelf } from '#domain/desk/count-shelf.ts'
import { namesCaller } from '#domain/desk/hotline-check.ts'
import { contactSolved, timedId } from '#domain/desk/hotline-contact.ts'
import { REPAIR_STATUSES } from '#domain/repairs/repair.ts'

const NOW = Date.UTC(2026, 10, 18, 3)
let state = 5
const randomByte = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state >>> 24
}

describe('a phone on the shelf', () => {
  it('was taken in there and has not left', () => {
    const there = REPAIR_STATUSES.filter((status) => isOnShelf({ status, atOutlet: 'A' }, 'A'))
    expect(there).toEqual([
      ...['received', 'diagnosing', 'awaiting_decision', 'awaiting_parts', 'repairing'],
      ...['quality_check', 'ready'],
    ])
  })

  it('is at no other outlet', () => {
    expect(isOnShelf({ status: 'ready', atOutlet: 'B' }, 'A')).toBe(false)
  })
})

describe('the id of a count', () => {
  it('names its day, and later ones stand after it', () => {
    const first = countId('2026-11-18', { now: NOW, randomByte })
    const later = countId('2026-11-18', { now: NOW + 1, randomByte })
    expect(dayOfCount(first)).toBe('2026-11-18')
    expect(first < later).toBe(true)
    expect(countId('2026-11-18', { now: NOW, randomByte })).not.toBe(first)
  })

  it.each(['', 'x', 'cnt_2026-11-18_1', 'cnt_20261118_', "cnt_20261118_' OR 1=1"])(
    'is nothing else: %j',
    (id) => {
      expect(dayOfCount(id)).toBeNull()
    },
  )
})

describe('a caller', () => {
  const record = { name: '王小明', model: 'f2' }

  it('is who says the whole name and the very model', () => {
    expect(namesCaller(record, { kind: 'name', name: '王 小明', model: 'f2' })).toBe(true)
    expect(namesCaller(record, { kind: 'name', name: '王小', model: 'f2' })).toBe(false)
    expect(namesCaller(record, { kind: 'name', name: '王小明', model: 'f1' })).toBe(false)
  })

  it('is nobody where the name was deleted, or has no letter', () => {
    const nobody = { name: null, model: 'f2' }
    expect(namesCaller(nobody, { kind: 'name', name: '', model: 'f2' })).toBe(false)
    const dots = { name: '…', model: 'f2' }
    expect(namesCaller(dots, { kind: 'name', name: '…', model: 'f2' })).toBe(false)
  })
})

it('counts a solved contact by one event of its own', () => {
  const id = timedId('cal', NOW, randomByte)
  expect(timedId('cal', NOW + 1, randomByte) > id).toBe(true)
  const solved = contactSolved({ id, topic: 'battery', solution: 'explained', code: null }, NOW)
  expect(solved).toEqual({
    ...{ subject: `contact/${id}`, version: 1, type: 'contact.solved', happenedAt: NOW },
    data: { touchpoint: 'hotline', topic: 'battery', solution: 'explained', code: null },
  })
})
