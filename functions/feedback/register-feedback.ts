import { decideSeveralFeedback } from '#domain/feedback/decide-feedback.ts'
import type { FeedbackAction, NewFeedback } from '#domain/feedback/feedback.ts'
import type { FeedbackActor } from '#domain/feedback/feedback-table.ts'
import { suspicionOf } from '#domain/feedback/suspicion.ts'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import { BUCKET_COUNT } from '#domain/outlets/bucket.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { type Command, commandOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { voiceCapRows } from '#functions/repairs/voice-caps.ts'
import { contactHash } from '#functions/voices/contact-hash.ts'
import { linkKept } from '#functions/voices/read-standing.ts'
import { voiceRow } from '#functions/voices/voice-on-record.ts'
import type { VoiceContact } from '#functions/voices/voice-private.ts'
import { insertFeedback } from './store.ts'

export type FeedbackWish = Omit<NewFeedback, 'code' | 'zone' | 'isReachable' | 'receivedAt'> & {
  /** null = now, so that what is sent once more is the same. */
  readonly receivedAt: number | null
  readonly contact: VoiceContact | null
  /** Of the contact; none where nobody is named. */
  readonly consent: { readonly wording: string } | null
  readonly said: string
  /** What was answered on the spot, and whether that solved it; null = it is still to be answered. */
  readonly answered: { readonly words: string; readonly isSolved: boolean } | null
  /** Idempotency key. */
  readonly key: string | null
}

export type RegisteredFeedback = { readonly code: string }
export type FeedbackRefused = 'unknown_outlet' | 'bad_time' | 'bad_value' | 'key_reused'

type Asking = Pick<
  Sources,
  'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config' | 'client'
>

export const CUSTOMER: FeedbackActor = { id: 'customer', parties: ['customer'] }
export const SYSTEM: FeedbackActor = { id: 'system', parties: ['system'] }

/** Where feedback about no outlet lies: drawn, but for a repeated command the same again. */
const drawnBucket = ({ randomByte }: Asking, { id }: Command): number =>
  (id === null ? randomByte() * 256 + randomByte() : Number.parseInt(id.slice(0, 4), 16)) %
  BUCKET_COUNT

type Place = { readonly bucket: number; readonly zone: string; readonly country: string }

async function placeOf(
  asking: Asking,
  wish: FeedbackWish,
  command: Command,
): Promise<Place | null> {
  const { hub, config } = asking
  if (wish.outlet === null) {
    return {
      bucket: drawnBucket(asking, command),
      zone: networkZone(config),
      country: config.countries[0],
    }
  }
  const [rows] = await readTogether([outletOnRecord(hub, wish.outlet)])
  const placed = placedOutlet(rows)
  if (!placed) return null
  const { bucket, zone } = placed.outlet
  return { bucket, zone, country: placed.country }
}

type Begun = {
  readonly wish: FeedbackWish
  readonly place: Place
  readonly actor: FeedbackActor
}

const isReachable = (contact: VoiceContact | null): boolean =>
  contact !== null && (contact.phone !== null || contact.email !== null)

/** Registering, what is suspected at once, and what was answered on the spot. */
function decided(
  { now }: Asking,
  code: string,
  { wish, place, actor }: Begun,
): ReturnType<typeof decideSeveralFeedback> {
  const { contact, consent: _, said, answered, key: __, ...facts } = wish
  const feedback: NewFeedback = {
    ...facts,
    ...{ code, zone: place.zone, isReachable: isReachable(contact) },
    receivedAt: wish.receivedAt ?? now,
  }
  const step = (action: FeedbackAction, by: FeedbackActor) => ({
    ...{ action, actor: by, now, happenedAt: null },
  })
  return decideSeveralFeedback(null, [
    step({ type: 'register', feedback }, actor),
    ...(suspicionOf(said) ? [step({ type: 'suspect' }, SYSTEM)] : []),
    ...(answered ? [step({ type: 'answer' }, actor)] : []),
    ...(answered?.isSolved ? [step({ type: 'solve' }, actor)] : []),
  ])
}

async function proposalOf(
  asking: Asking,
  begun: Begun,
): Promise<Proposal<RegisteredFeedback, FeedbackRefused>> {
  const { wish, place, actor } = begun
  const { keys, now, databases } = asking
  const code = issueTicketCode(place.bucket, asking.randomByte)
  const decision = decided(asking, code, begun)
  if (!decision.ok) {
    return { kind: 'refused', refusal: decision.refusal === 'bad_time' ? 'bad_time' : 'bad_value' }
  }
  const { feedback, events } = decision
  const database = databases.of(place.bucket)
  const { contact, consent, said, answered } = wish
  const words = { said, ...(answered && { 'answer.1': answered.words }) }
  return {
    kind: 'change',
    answer: { code },
    events,
    rows: [
      insertFeedback(database, feedback, {
        ...{ country: place.country, now },
        contactHash: await contactHash(keys, code, contact),
      }),
      voiceRow(database, code, { contact, words, consent: consent && { ...consent, at: now } }),
      await linkKept(asking, { kind: 'feedback', id: code, code }),
      ...(actor.parties.includes('customer') ? await voiceCapRows(asking, database, contact) : []),
    ],
  }
}

/**
 * Puts what somebody told us on record: its code, its link and the message that says so in one batch.
 * Words of dissatisfaction mark it as a suspected complaint at once. Who may enter it, and about which
 * outlet, is asked before.
 */
export async function registerFeedback(
  asking: Asking,
  wish: FeedbackWish,
  actor: FeedbackActor = CUSTOMER,
): Promise<Task<RegisteredFeedback, FeedbackRefused>> {
  const { key, ...body } = wish
  const command = await commandOf({
    ...{ name: 'feedback.register', key, body, actor: actor.id, now: asking.now },
    mac: (text) => asking.keys.mac('command', text),
  })
  const place = await placeOf(asking, wish, command)
  if (!place) {
    const proposal = { kind: 'refused', refusal: 'unknown_outlet' } as const
    return { database: asking.hub, command, proposal }
  }
  const database = asking.databases.of(place.bucket)
  return { database, command, proposal: await proposalOf(asking, { wish, place, actor }) }
}
