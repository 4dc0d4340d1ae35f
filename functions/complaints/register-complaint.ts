import type {
  Complaint,
  ComplaintCause,
  ComplaintSource,
  UrgentReason,
} from '#domain/complaints/complaint.ts'
import type { RegisterComplaint } from '#domain/complaints/complaint-action.ts'
import type { ComplaintActor } from '#domain/complaints/complaint-actor.ts'
import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { keptWords } from '#domain/complaints/complaint-words.ts'
import { decideComplaint } from '#domain/complaints/decide-complaint.ts'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import { BUCKET_COUNT } from '#domain/outlets/bucket.ts'
import type { Consent } from '#domain/repairs/contact.ts'
import { type Command, commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere, readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { contactHash } from '#functions/voices/contact-hash.ts'
import { linkKept } from '#functions/voices/read-standing.ts'
import { voiceRow } from '#functions/voices/voice-on-record.ts'
import type { VoiceContact } from '#functions/voices/voice-private.ts'
import { insertComplaint } from './store.ts'

export type ComplaintWish = {
  readonly channel: string
  readonly formal: boolean
  readonly cause: ComplaintCause | null
  readonly outletCode: string | null
  readonly repairCode: string | null
  /** When the words reached us, epoch ms. */
  readonly receivedAt: number
  readonly locale: 'en' | 'zh-CN'
  /** By whose clock it is told where it concerns no outlet. */
  readonly zone: string
  readonly source: ComplaintSource | null
  readonly urgent: UrgentReason | null
  /** Local date by which a regulator wants the answer. */
  readonly legalDate?: string | null
  /** Null = anonymous. */
  readonly contact: VoiceContact | null
  readonly consent?: Consent | null
  readonly words: { readonly said: string }
  readonly by: ComplaintActor
  /** Where it lies; left out = with its outlet, or drawn. */
  readonly bucket?: number
  /** Idempotency key. */
  readonly key: string | null
  /** Whether the key is one for all: whoever registers what it names registers the same complaint. */
  readonly isKeyShared?: boolean
}

/** The link of its customer is `voiceToken(keys, 'complaint/<code>')`: kept nowhere, so it is no part of the answer. */
export type RegisteredComplaint = { readonly code: string }
export type RegisterRefusal =
  | 'unknown_outlet'
  | 'not_your_role'
  | 'bad_time'
  | 'bad_value'
  | 'key_reused'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config'>
type Place = { readonly bucket: number; readonly zone: string; readonly country: string }

/** Where a complaint about no outlet lies: drawn, but for a repeated command the same again. */
const drawnBucket = ({ randomByte }: Asking, { id }: Command): number =>
  (id === null ? randomByte() * 256 + randomByte() : Number.parseInt(id.slice(0, 4), 16)) %
  BUCKET_COUNT

async function placeOf(
  asking: Asking,
  { outletCode, zone, bucket }: ComplaintWish,
  command: Command,
): Promise<Place | null> {
  if (outletCode === null) {
    const country = asking.config.countries[0]
    return { bucket: bucket ?? drawnBucket(asking, command), zone, country }
  }
  const [rows] = await readTogether([outletOnRecord(asking.hub, outletCode)])
  const placed = placedOutlet(rows)
  if (!placed) return null
  const { outlet, country } = placed
  return { bucket: bucket ?? outlet.bucket, zone: outlet.zone, country }
}

/** Who left nothing to be reached by can't be told anything: that is the anonymous complaint. */
const isReachable = (contact: VoiceContact | null): boolean =>
  contact !== null && (contact.phone !== null || contact.email !== null)

const actionOf = (wish: ComplaintWish, code: string, country: string): RegisterComplaint => ({
  ...{ type: 'register', code, channel: wish.channel, formal: wish.formal, countryCode: country },
  ...{ anonymous: !isReachable(wish.contact), locale: wish.locale, outlet: wish.outletCode },
  ...{ repair: wish.repairCode, source: wish.source, cause: wish.cause, urgent: wish.urgent },
  ...{ legalDate: wish.legalDate ?? null, receivedAt: wish.receivedAt },
})

/** The rows of a complaint that begins: its state, its private row, and the link that its messages carry. */
async function rowsOf(
  asking: Asking,
  complaint: Complaint,
  { contact, consent = null, words }: ComplaintWish,
): Promise<readonly Prepared[]> {
  const { code } = complaint
  const { keys, now, databases } = asking
  const voice = { kind: 'complaint', id: code, code } as const
  const link = await linkKept({ databases, keys, now }, voice)
  const { database } = link
  const hash = await contactHash(keys, code, contact)
  return [
    insertComplaint(database, complaint, { contactHash: hash, now }),
    voiceRow(database, code, { contact, words: keptWords(1, words), consent }),
    link,
  ]
}

async function proposalOf(
  asking: Asking,
  wish: ComplaintWish,
  place: Place,
): Promise<Proposal<RegisteredComplaint, RegisterRefusal>> {
  const code = issueTicketCode(place.bucket, asking.randomByte)
  const decision = decideComplaint(null, actionOf(wish, code, place.country), {
    ...{ now: asking.now, happenedAt: null, actor: wish.by, zone: place.zone },
  })
  if (!decision.ok) {
    const { refusal } = decision
    const isKnown = refusal === 'not_your_role' || refusal === 'bad_time'
    return { kind: 'refused', refusal: isKnown ? refusal : 'bad_value' }
  }
  const events: readonly ComplaintEvent[] = [decision.event]
  const rows = await rowsOf(asking, decision.complaint, wish)
  return { kind: 'change', answer: { code }, events, rows }
}

/**
 * Registers a complaint, whoever hears it: the customer's form, the desk, a suspicion that a person
 * confirmed, a phone that was lost. It lies with the outlet it is about, or in a drawn bucket, for ever.
 * Whether a member of staff may register it there is asked by whoever lets them.
 */
export async function registerComplaint(
  asking: Asking,
  wish: ComplaintWish,
): Promise<Task<RegisteredComplaint, RegisterRefusal>> {
  const { hub, databases, keys, now } = asking
  const { key, by, receivedAt, consent, isKeyShared = false, ...said } = wish
  // What a customer sends once more is the same, though it reaches us later.
  const body = by.id === 'customer' ? said : { ...said, receivedAt, consent: consent?.wording }
  const keyed = await commandOf({
    ...{ name: 'complaint.register', key, body, actor: isKeyShared ? 'system' : by.id, now },
    mac: (text) => keys.mac('command', text),
  })
  const command = { ...keyed, actor: by.id }
  const place = await placeOf(asking, wish, command)
  if (!place) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: 'unknown_outlet' } }
  }
  const database = databases.of(place.bucket)
  if (command.id !== null) {
    const [kept] = await readEverywhere([keptAnswer(database, command)])
    const before = replayOf<RegisteredComplaint>(kept, command)
    if (before) return { database, command, proposal: before }
  }
  return { database, command, proposal: await proposalOf(asking, wish, place) }
}
