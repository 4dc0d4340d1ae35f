import { listedAt, nextComplaintTimer } from '#domain/complaints/complaint-timers.ts'
import { nextDue, todoAt } from '#domain/feedback/feedback-steps.ts'
import type { Case } from '../sim-case.ts'
import { linkHash } from '../sim-keys.ts'
import type { World } from '../world.ts'
import type { Complaining } from './complaint-life.ts'
import type { Telling } from './feedback-life.ts'

const LAST_DIGITS = 4

const contactHash = ({ keys }: World, { customer }: Case, code: string): string =>
  keys('digits', `${code}/${customer.phone.dial.slice(-LAST_DIGITS)}`)

type Spoken = {
  readonly code: string
  readonly words: Readonly<Record<string, string>>
  readonly at: number
}

function putPrivate({ sink }: World, { customer }: Case, { code, words, at }: Spoken): void {
  const { name, phone } = customer
  const contact = JSON.stringify({ name, phone, email: null })
  const consent = JSON.stringify({ wording: 'feedback_2026_11', at })
  sink.put('voices_private', [code, contact, JSON.stringify(words), consent])
}

/** Writes a complaint as it stands, with everything that was said. */
export function writeComplaint({ world, own, complaint, words, writtenAt }: Complaining): void {
  if (!complaint) return
  const { sink, keys, tally } = world
  const { code, version, status, outlet, repair, zone, countryCode, locale, receivedAt } = complaint
  tally.complaints += 1
  sink.put('complaints', [
    ...([code, version, status, outlet, repair, zone, countryCode, locale] as const),
    ...([JSON.stringify(complaint), contactHash(world, own, code)] as const),
    ...([
      nextComplaintTimer(complaint)?.at ?? null,
      receivedAt,
      writtenAt,
      listedAt(complaint),
    ] as const),
  ])
  putPrivate(world, own, { code, words, at: receivedAt })
  if (status === 'closed') return
  const subject = `complaint/${code}`
  sink.put('voice_links', [linkHash(keys, `voice/${subject}`), subject, receivedAt])
}

/** Writes feedback as it stands, with everything that was said. */
export function writeFeedback({ world, own, feedback, words, writtenAt }: Telling): void {
  if (!feedback) return
  const { sink, keys, tally } = world
  const { code, version, status, outlet, repair, zone, locale, receivedAt } = feedback
  tally.feedback += 1
  sink.put('feedback', [
    ...([code, version, status, outlet, repair, zone, own.home.country, locale] as const),
    ...([JSON.stringify(feedback), contactHash(world, own, code), nextDue(feedback)] as const),
    ...([receivedAt, writtenAt, todoAt(feedback)] as const),
  ])
  putPrivate(world, own, { code, words, at: receivedAt })
  if (status === 'solved' || status === 'complaint') return
  const subject = `feedback/${code}`
  sink.put('voice_links', [linkHash(keys, `voice/${subject}`), subject, receivedAt])
}
