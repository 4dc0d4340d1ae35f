import { describe, expect, it } from 'vitest'
import { COMPLAINT_STATUSES, type ComplaintStatus } from '#domain/complaints/complaint.ts'
import {
  COMPLAINT_ACTIONS,
  type ComplaintAction,
  type ComplaintActionType,
} from '#domain/complaints/complaint-action.ts'
import { whyNotComplaintStep } from '#domain/complaints/may-complain.ts'
import {
  ANSWER,
  ASSIGN,
  aComplaint,
  answered,
  type ComplaintStory,
  closed,
  contacted,
  DAY_MS,
  DISPATCH,
  dispatched,
  PEOPLE,
  type PersonName,
  REACHED,
  REGISTER,
  REPORT,
  reported,
  verified,
  withOutlet,
} from '#support/a-complaint.ts'

const EACH: Record<ComplaintActionType, ComplaintAction> = {
  register: REGISTER,
  dispatch: DISPATCH,
  contact: REACHED,
  assign: ASSIGN,
  report: REPORT,
  verify: { type: 'verify' },
  send_back: { type: 'send_back' },
  answer: ANSWER,
  agree: { type: 'agree' },
  disagree: { type: 'disagree' },
  redirect: { type: 'redirect', owner: 'stf_other' },
  escalate: { type: 'escalate' },
  merge: { type: 'merge', into: '7K3M9QXF2T8BX' },
  reclassify: { type: 'reclassify' },
  withdraw: { type: 'withdraw' },
  reopen: { type: 'reopen' },
  silence: { type: 'silence' },
}

/** Of each action: whose it is, who may besides the default owner, and where it leads. */
type Row = readonly [people: readonly PersonName[], to: ComplaintStatus, level?: string]
type Rows = Partial<Record<ComplaintActionType, Row>>

const team = ['agent', 'quality'] as const
/** On level `outlet` the manager owns it, and a regional manager may do what managers may. */
const owner = ['manager', 'regional'] as const
const above = ['system', 'regional', 'quality'] as const
const customer = ['customer'] as const
const withdraw: Row = [customer, 'closed']
const escalate: Row = [above, 'dispatched', 'region_or_partner']
const redirect: Row = [owner, 'dispatched']
const merge: Row = [['quality', ...owner], 'closed']

const WAYPOINTS: Readonly<Record<string, { story: () => ComplaintStory; rows: Rows }>> = {
  registered: {
    story: aComplaint,
    rows: {
      dispatch: [team, 'dispatched', 'outlet'],
      reclassify: [['quality'], 'closed'],
      merge: [['quality'], 'closed'],
      ...{ escalate, withdraw },
    },
  },
  dispatched: {
    story: dispatched,
    rows: {
      contact: [owner, 'contacted'],
      ...{ redirect, merge, reclassify: merge, escalate, withdraw },
    },
  },
  'dispatched, anonymous': {
    story: () => dispatched({ anonymous: true }),
    rows: {
      assign: [owner, 'with_outlet'],
      ...{ redirect, merge, reclassify: merge, escalate, withdraw },
    },
  },
  'dispatched, anonymous, at the head office': {
    story: () =>
      aComplaint({ anonymous: true }).and({ ...DISPATCH, level: 'hq' }, { by: PEOPLE.agent }),
    rows: {
      assign: [['quality'], 'with_outlet'],
      report: [['quality'], 'reported'],
      redirect: [['quality'], 'dispatched'],
      merge: [['quality'], 'closed'],
      reclassify: [['quality'], 'closed'],
      escalate: [above, 'dispatched', 'hq'],
      withdraw,
    },
  },
  contacted: {
    story: contacted,
    rows: { assign: [owner, 'with_outlet'], redirect, escalate, withdraw },
  },
  'contacted, at the head office': {
    story: () =>
      aComplaint()
        .and({ ...DISPATCH, level: 'hq' }, { by: PEOPLE.agent })
        .and(REACHED),
    rows: {
      assign: [['quality'], 'with_outlet'],
      report: [['quality'], 'reported'],
      redirect: [['quality'], 'dispatched'],
      escalate: [above, 'contacted', 'hq'],
      withdraw,
    },
  },
  with_outlet: {
    story: withOutlet,
    rows: { report: [owner, 'reported'], redirect, escalate, withdraw },
  },
  reported: {
    story: reported,
    rows: {
      verify: [['agent', 'regional', 'quality'], 'verified'],
      send_back: [['agent', 'regional', 'quality'], 'with_outlet'],
      ...{ escalate, withdraw },
    },
  },
  verified: {
    story: verified,
    rows: { answer: [owner, 'answered'], escalate, withdraw },
  },
  answered: {
    story: answered,
    rows: {
      agree: [customer, 'closed'],
      disagree: [customer, 'dispatched', 'region_or_partner'],
      silence: [['system'], 'closed'],
      withdraw,
    },
  },
  closed: {
    story: closed,
    rows: { reopen: [['customer', 'quality'], 'dispatched', 'region_or_partner'] },
  },
}

const NAMES = Object.keys(PEOPLE) as PersonName[]
/** Past every clock for who asks by a clock, soon for everybody else. */
const waitOf = (name: PersonName): number => (name === 'system' ? 20 * DAY_MS : 60_000)

describe.each(Object.entries(WAYPOINTS))('%s', (_, { story: tell, rows }) => {
  const story = tell()

  it.each(COMPLAINT_ACTIONS)('%s: who may, and where it leads', (type) => {
    const row = rows[type]
    for (const name of NAMES) {
      const before = JSON.stringify(story.complaint)
      const decision = story.attempt(EACH[type], { by: PEOPLE[name], after: waitOf(name) })
      expect(JSON.stringify(story.complaint)).toBe(before)
      if (!row) {
        expect(decision, `${type} by ${name}`).toEqual({ ok: false, refusal: 'not_allowed_now' })
      } else if (!(row[0] as readonly string[]).includes(name)) {
        expect(decision, `${type} by ${name}`).toMatchObject({ refusal: 'not_your_role' })
      } else if (!decision.ok) {
        expect.unreachable(`${type} by ${name} was refused: ${decision.refusal}`)
      } else {
        expect(decision.complaint.status).toBe(row[1])
        expect(decision.complaint.level).toBe(row[2] ?? story.complaint.level)
        expect(decision.complaint.version).toBe(story.complaint.version + 1)
      }
    }
  })
})

describe('the table', () => {
  it('is tried from every status', () => {
    const tried = new Set(Object.values(WAYPOINTS).map(({ story }) => story().complaint.status))
    expect([...tried].sort()).toEqual([...COMPLAINT_STATUSES].sort())
  })

  it('lets a complaint begin with its registration and nothing else', () => {
    const may = (type: ComplaintActionType, name: PersonName) =>
      whyNotComplaintStep(null, type, PEOPLE[name])
    for (const type of COMPLAINT_ACTIONS) {
      if (type !== 'register') expect(may(type, 'quality')).toBe('not_allowed_now')
    }
    for (const name of NAMES)
      expect(may('register', name)).toBe(name === 'admin' ? 'not_your_role' : null)
  })

  it('has no action that deletes', () => {
    expect(COMPLAINT_ACTIONS.filter((type) => /delete|erase|remove/.test(type))).toEqual([])
  })
})
