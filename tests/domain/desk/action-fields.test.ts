import { describe, expect, it } from 'vitest'
import { ACTION_FIELDS, fieldsOf } from '#domain/desk/action-fields.ts'
import type { Field, FieldSetting, StaffStep } from '#domain/desk/repair-field.ts'
import { counts, fieldAt, initialForm, readForm, type Typed } from '#domain/desk/repair-form.ts'
import { OPEN_LISTS, STEP_LISTS } from '#domain/desk/repair-lists.ts'
import { orderSteps } from '#domain/desk/repair-next.ts'
import { localInput, zonedInstant } from '#domain/desk/repair-times.ts'
import { REPAIR_STATUSES } from '#domain/repairs/repair.ts'
import { REPAIR_TABLE } from '#domain/repairs/repair-table.ts'
import { STEP_BODIES } from '#functions/repairs/step-json.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { type bench, counter, manager } from '#support/repair-actors.ts'

const ZONE = 'Asia/Shanghai'
const TERMS = { zone: ZONE, minorPerMajor: 100 }
const STEPS = Object.keys(ACTION_FIELDS) as StaffStep[]

const settingOf = (story: RepairStory, actor = manager): FieldSetting => ({
  repair: story.repair,
  actor,
  now: story.now,
  zone: ZONE,
})

/** Something for each kind of field, as a person would fill it in. */
function filledIn(field: Field, { now }: FieldSetting): readonly string[] {
  switch (field.kind) {
    case 'choice': {
      const list = field.list
      const isOpen = (OPEN_LISTS as readonly string[]).includes(list)
      return [isOpen ? 'sf' : (STEP_LISTS[list as keyof typeof STEP_LISTS][0] ?? '')]
    }
    case 'checks':
      return STEP_LISTS[field.list].slice(0, 2)
    case 'flag':
      return ['true']
    case 'code':
      return ['HZ-002']
    case 'codes':
      return ['screen-f2, battery-f2']
    case 'words':
      return [field.name === 'tracking' ? 'SF 123 456 7890' : 'Demo 1234']
    case 'imeis':
      return ['490154203237518', '']
    case 'money':
      return ['320.50']
    case 'date':
      return ['2026-10-09']
    case 'instant':
      return [localInput(now + 3_600_000, ZONE)]
    default:
      return []
  }
}

function filledForm(fields: readonly Field[], at: FieldSetting): Typed {
  const typed = new Map(initialForm(fields, at))
  for (const field of fields) {
    if (typed.has(field.name) || field.kind === 'given' || field.kind === 'same') continue
    if (field.kind === 'lines') {
      typed.set('lines.item', ['screen', 'discount', '', '', ''])
      typed.set('lines.amount', ['399', '20.50', '', '', ''])
    } else typed.set(field.name, filledIn(field, at))
  }
  return typed
}

/** A story in which a step is in the table, for the values that its form takes from the repair. */
const STORIES: Partial<Record<StaffStep, RepairStory>> = {
  accept: aRepair().awaitingDecision(),
  decline: aRepair().awaitingDecision(),
  cancel: aMailIn().posted(),
}

describe('the fields of a step', () => {
  it.each(STEPS)('filled in make a body that its schema takes: %s', (step) => {
    const at = settingOf(STORIES[step] ?? aRepair().received())
    const fields = fieldsOf(step, at)
    const { body, faults } = readForm(fields, filledForm(fields, at), TERMS)
    expect([...faults]).toEqual([])
    const parsed = STEP_BODIES[step].safeParse(body)
    expect(parsed.error?.issues ?? []).toEqual([])
  })

  it.each(STEPS)('left empty are at fault one by one where they are needed: %s', (step) => {
    const at = settingOf(STORIES[step] ?? aRepair().received())
    const fields = fieldsOf(step, at)
    const { faults } = readForm(fields, new Map(), TERMS)
    const needed = fields.filter(
      (field) =>
        !field.optional &&
        counts(field, new Map()) &&
        !['flag', 'lines', 'same'].includes(field.kind),
    )
    expect([...faults.keys()]).toEqual(needed.map(({ name }) => name))
  })

  it('are told from the list, which knows every code that a rule takes', () => {
    for (const list of Object.values(STEP_LISTS)) expect(new Set(list).size).toBe(list.length)
  })

  it('ask for an override of the manager alone who finished a repeat repair', () => {
    const story = aRepair().received({ repeatOf: '7K3M9QXF2T8BV' }).qualityCheck({ by: manager })
    const names = (actor: typeof bench) =>
      fieldsOf('pass_check', settingOf(story, actor)).map(({ name }) => name)
    expect(names(manager)).toContain('override')
    expect(names(counter)).not.toContain('override')
    expect(names({ ...manager, id: 'stf_other' })).not.toContain('override')
  })

  it('ask how it was paid where something is due, and say that nothing is where nothing is', () => {
    const free = settingOf(aRepair().ready())
    const paid = settingOf(aRepair().awaitingDecision().accepted().ready())
    const kinds = (at: FieldSetting) =>
      fieldsOf('hand_over', at)
        .filter(({ name }) => name === 'paidHow')
        .map(({ kind }) => kind)
    expect(kinds(free)).toEqual(['given'])
    expect(initialForm(fieldsOf('hand_over', free), free).get('paidHow')).toEqual(['nothing_due'])
    expect(kinds(paid)).toEqual(['choice'])
  })
})

describe('reading a form', () => {
  const at = settingOf(aRepair().diagnosing())
  const fields = fieldsOf('ask', at)
  const asked = (over: Readonly<Record<string, readonly string[]>>): Typed =>
    new Map([...filledForm(fields, at), ...Object.entries(over)])

  it('takes sums as people write them, and a discount away', () => {
    const { body } = readForm(fields, asked({ declineCostMinor: ['¥ 30'] }), TERMS)
    expect(body).toMatchObject({
      declineCostMinor: 3000,
      lines: [
        { item: 'screen', amountMinor: 39_900 },
        { item: 'discount', amountMinor: -2050 },
      ],
    })
  })

  it.each(['abc', '1.2345', '-5', '1e3', '12,34,5'])('finds %s no sum', (text) => {
    const { faults } = readForm(fields, asked({ declineCostMinor: [text] }), TERMS)
    expect(faults.get('declineCostMinor')).toBe('not_a_price')
  })

  it('leaves out what doesn’t count by what was chosen', () => {
    const parts = { 'continueTo.part': ['screen-f2'], 'continueTo.expectedOn': ['2026-10-09'] }
    const repairing = readForm(fields, asked(parts), TERMS)
    expect(repairing.body['continueTo']).toEqual({ status: 'repairing' })
    const waiting = readForm(
      fields,
      asked({ ...parts, 'continueTo.status': ['awaiting_parts'] }),
      TERMS,
    )
    expect(waiting.body['continueTo']).toEqual({
      status: 'awaiting_parts',
      part: 'screen-f2',
      expectedOn: '2026-10-09',
    })
  })

  it('says the kind of an ask as the barrier where the phone goes back', () => {
    const { body } = readForm(
      fields,
      asked({ kind: ['unrepairable'], 'continueTo.status': ['ready'] }),
      TERMS,
    )
    expect(body['continueTo']).toEqual({ status: 'ready', barrier: 'unrepairable' })
    expect(fieldAt(fields, asked({ 'continueTo.status': ['ready'] }), 'continueTo.barrier')).toBe(
      'continueTo.status',
    )
  })

  it('finds the field that a value’s fault is about', () => {
    const receive = fieldsOf('receive', at)
    expect(fieldAt(receive, new Map(), 'device.imeis.1')).toBe('device.imeis')
    expect(fieldAt(receive, new Map(), 'nothing')).toBeNull()
  })
})

describe('times of a form', () => {
  it('are of the outlet’s clock, wherever this machine is', () => {
    expect(localInput(Date.UTC(2026, 9, 1, 1, 5), ZONE)).toBe('2026-10-01T09:05')
    expect(zonedInstant('2026-10-01T09:05', ZONE)).toBe('2026-10-01T09:05:00+08:00')
  })

  it('are refused where there is no such time', () => {
    for (const text of ['', 'tomorrow', '2026-02-30T10:00', '2026-10-01', '2026-10-01T25:00']) {
      expect(zonedInstant(text, ZONE)).toBeNull()
    }
  })

  it('take the first of two, and as much later what the clock leaps over', () => {
    expect(zonedInstant('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00')
    expect(zonedInstant('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00')
  })
})

describe('the order of steps', () => {
  it('holds each step of the table once', () => {
    for (const status of REPAIR_STATUSES) {
      const allowed = (Object.keys(REPAIR_TABLE[status]) as StaffStep[]).filter((step) =>
        STEPS.includes(step),
      )
      const { next, others } = orderSteps({ status }, allowed)
      expect([...(next ? [next] : []), ...others].sort()).toEqual([...allowed].sort())
    }
  })

  it('begins with what usually comes next', () => {
    expect(orderSteps({ status: 'diagnosing' }, ['ask', 'start', 'inform']).next).toBe('start')
    expect(orderSteps({ status: 'diagnosing' }, ['inform', 'withdraw']).next).toBeNull()
  })
})
