import type { Complaint, ComplaintSource, UrgentReason } from '#domain/complaints/complaint.ts'
import type { ComplaintAction } from '#domain/complaints/complaint-action.ts'
import {
  type ComplaintActor,
  customerActor,
  SYSTEM_ACTOR,
} from '#domain/complaints/complaint-actor.ts'
import { nextComplaintTimer } from '#domain/complaints/complaint-timers.ts'
import { type ComplaintWordKey, keptWords } from '#domain/complaints/complaint-words.ts'
import { decideComplaint } from '#domain/complaints/decide-complaint.ts'
import { wantedSurvey } from '#domain/surveys/wanted-survey.ts'
import type { Life } from '../agenda.ts'
import { aboutMedian } from '../chances.ts'
import { RefusedStep, record } from '../ledger.ts'
import { minuteAfter } from '../lives/asking.ts'
import type { Case } from '../sim-case.ts'
import { codeNamed } from '../sim-codes.ts'
import { HOUR_MS, type World } from '../world.ts'
import { nextStep } from './complaint-steps.ts'
import { GRIEVANCE_WORDS, STAFF_WORDS } from './voice-words.ts'
import { writeComplaint } from './written-voices.ts'

/** A complaint as it goes on. */
export type Complaining = {
  readonly world: World
  readonly own: Case
  complaint: Complaint | null
  words: Record<string, string>
  writtenAt: number
}

type Step = {
  readonly action: ComplaintAction
  readonly at: number
  readonly actor: ComplaintActor
  readonly said?: readonly ComplaintWordKey[]
}

function take(kept: Complaining, { action, at, actor, said = [] }: Step): Complaint {
  const { world, own } = kept
  const { zone } = own.home.outlet
  const decision = decideComplaint(kept.complaint, action, {
    now: at,
    happenedAt: null,
    actor,
    zone,
  })
  if (!decision.ok)
    throw new RefusedStep(decision.refusal, { action, at, complaint: kept.complaint })
  const { complaint, event } = decision
  kept.complaint = complaint
  kept.writtenAt = at
  record(world, event, { recordedAt: at, actor: actor.id })
  const texts = Object.fromEntries(said.map((key) => [key, wordsOf(own, key)]))
  kept.words = { ...kept.words, ...keptWords(complaint.version, texts) }
  const wanted = wantedSurvey(event)
  if (wanted)
    world.onVoiceEnded(own, { wanted, outlet: complaint.outlet, kind: 'complaint', endedAt: at })
  return complaint
}

function wordsOf({ customer, grievance }: Case, key: ComplaintWordKey): string {
  const known = key in STAFF_WORDS ? STAFF_WORDS[key as keyof typeof STAFF_WORDS] : null
  return (known ?? GRIEVANCE_WORDS[grievance ?? 'attitude'])[customer.locale]
}

export type Raised = {
  readonly source?: ComplaintSource
  readonly urgent?: UrgentReason
  /** Raised by the clock for a phone that was lost. */
  readonly isOwed?: boolean
  readonly onCode?: (code: string) => void
}

function register(kept: Complaining, at: number, { source, urgent, isOwed, onCode }: Raised): void {
  const { own } = kept
  const { random, home, customer, repair, grievance } = own
  const code = codeNamed(kept.world.seed, `${own.code}/complaint/${at}`, home.outlet.bucket)
  onCode?.(code)
  const isByPhone = random.chance(0.35)
  const agent: ComplaintActor = { id: 'stf_demo_agent', via: 'desk', roles: ['agent'], outlets: [] }
  const actor = isOwed
    ? SYSTEM_ACTOR
    : source
      ? { ...agent, id: 'stf_demo_quality', roles: ['hq_quality' as const] }
      : isByPhone
        ? agent
        : customerActor('lookup')
  const channel = isOwed ? 'observation' : isByPhone ? 'hotline' : 'web_form'
  take(kept, {
    ...{ at, actor, said: isOwed ? [] : ['said'] },
    action: {
      ...{ type: 'register', code, channel, formal: !isOwed, anonymous: false },
      ...{ locale: customer.locale, countryCode: home.country, outlet: home.outlet.code },
      ...{ repair: repair?.code ?? null, source: source ?? null, cause: grievance },
      ...{ urgent: urgent ?? null, legalDate: null, receivedAt: at },
    },
  })
}

/**
 * A complaint from its first word to its end: dispatched, contacted, reported, verified and answered by
 * people, some in time, some not; what is missed the clock takes up a level. Begins at once.
 */
export function* complaining(world: World, own: Case, at: number, raised: Raised = {}): Life {
  const kept: Complaining = { world, own, complaint: null, words: {}, writtenAt: at }
  register(kept, at, raised)
  const finish = () => {
    world.openVoices.delete(finish)
    writeComplaint(kept)
  }
  world.openVoices.add(finish)
  for (;;) {
    const complaint = kept.complaint as Complaint
    if (complaint.status === 'closed') break
    const step = nextStep(own, complaint)
    const pace = aboutMedian(own.random, step.medianHours, 0.7)
    const then = Math.round(complaint.lastHappenedAt + pace * HOUR_MS)
    const timer = nextComplaintTimer(complaint)
    const rings = timer ? minuteAfter(Math.max(timer.at, kept.writtenAt)) : Number.POSITIVE_INFINITY
    if (timer && rings <= then) {
      yield rings
      take(kept, { action: { type: timer.type }, at: rings, actor: SYSTEM_ACTOR })
      continue
    }
    yield then
    take(kept, { ...step, at: then })
  }
  finish()
}
