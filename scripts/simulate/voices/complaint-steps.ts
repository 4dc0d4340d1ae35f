import type { Complaint, ComplaintCause, ComplaintLevel } from '#domain/complaints/complaint.ts'
import type { ComplaintAction } from '#domain/complaints/complaint-action.ts'
import { type ComplaintActor, customerActor } from '#domain/complaints/complaint-actor.ts'
import type { ComplaintWordKey } from '#domain/complaints/complaint-words.ts'
import type { Case } from '../sim-case.ts'

/** What somebody does next, and after how many hours, as often earlier as later. */
export type NextStep = {
  readonly action: ComplaintAction
  readonly actor: ComplaintActor
  readonly medianHours: number
  readonly said?: readonly ComplaintWordKey[]
}

const desk = (
  id: string,
  roles: ComplaintActor['roles'],
  outlets: readonly string[] = [],
): ComplaintActor => ({
  ...{ id, roles, outlets, via: 'desk' },
})
const AGENT = desk('stf_demo_agent', ['agent'])
const REGIONAL = desk('stf_demo_regional', ['regional_manager', 'outlet_manager'])
const QUALITY = desk('stf_demo_quality', ['hq_quality'])

const managerOf = ({ home }: Case) => desk(home.manager.id, ['outlet_manager'], [home.outlet.code])

/** Whose it is on its level. */
function ownerOf(own: Case, { level }: Complaint): ComplaintActor {
  const owners: Record<ComplaintLevel, ComplaintActor> = {
    outlet: managerOf(own),
    region_or_partner: REGIONAL,
    hq: QUALITY,
  }
  return owners[level ?? 'hq']
}

const levelOf = ({ random }: Case): ComplaintLevel =>
  random.weighted([
    [74, 'outlet'],
    [18, 'region_or_partner'],
    [8, 'hq'],
  ])

const causeOf = ({ cause }: Complaint): ComplaintCause => cause ?? 'other'

function reporting(own: Case, complaint: Complaint): ComplaintAction {
  const { random, home } = own
  const remedy = random.weighted([
    [30, 'apology'],
    [24, 'explanation'],
    [26, 'repair_again'],
    [10, 'compensation'],
    [10, 'better_process'],
  ] as const)
  return {
    ...{
      type: 'report',
      customerContacted: !complaint.isUnreachable,
      cause: causeOf(complaint),
      remedy,
    },
    technician: home.benches[0]?.id ?? null,
  }
}

function answering({ random }: Case): ComplaintAction {
  const verdict = random.weighted([
    [52, 'upheld'],
    [22, 'partly'],
    [26, 'not_upheld'],
  ] as const)
  return { type: 'answer', verdict, remedy: verdict === 'not_upheld' ? 'explanation' : 'apology' }
}

function replying({ random, mood }: Case): NextStep {
  const actor = customerActor('lookup')
  const isContent = random.chance(0.35 + 0.3 * mood)
  if (isContent) return { action: { type: 'agree' }, actor, medianHours: 20 }
  return random.chance(0.22)
    ? { action: { type: 'disagree' }, actor, medianHours: 40, said: ['why'] }
    : // Says nothing: the clock closes it.
      { action: { type: 'agree' }, actor, medianHours: 24 * 300 }
}

/** Where those who keep their word take hours, others take a day. */
const pace = ({ home }: Case, hours: number): number => hours / home.manner.keepsWord ** 2

/** What happens next to a complaint as it stands, unless the clock is faster. */
export function nextStep(own: Case, complaint: Complaint): NextStep {
  const { random, home } = own
  const owner = ownerOf(own, complaint)
  switch (complaint.status) {
    case 'registered': {
      const dispatch = {
        type: 'dispatch',
        level: levelOf(own),
        owner: null,
        urgent: null,
        outlet: null,
      } as const
      return { action: dispatch, actor: AGENT, medianHours: complaint.urgent ? 0.3 : 1 }
    }
    case 'dispatched': {
      const reached = random.chance(0.85)
      const contact = { type: 'contact', reached } as const
      const said = reached ? (['wants'] as const) : []
      return {
        action: contact,
        actor: owner,
        said,
        medianHours: (complaint.urgent ? 0.4 : 2.5) / own.home.manner.keepsWord,
      }
    }
    case 'contacted':
      return { action: { type: 'assign', outlet: home.outlet.code }, actor: owner, medianHours: 2 }
    case 'with_outlet':
      return {
        ...{ action: reporting(own, complaint), actor: managerOf(own) },
        ...{ medianHours: pace(own, 11), said: ['statement', 'happened'] as const },
      }
    case 'reported':
      return random.chance(0.08)
        ? { action: { type: 'send_back' }, actor: AGENT, medianHours: 4, said: ['missing'] }
        : { action: { type: 'verify' }, actor: AGENT, medianHours: 6 }
    case 'verified':
      return { action: answering(own), actor: owner, medianHours: pace(own, 7), said: ['answer'] }
    case 'answered':
      return replying(own)
    case 'closed':
      throw new Error(`complaint ${complaint.code} is closed`)
  }
}
