import { Temporal } from 'temporal-polyfill'
import { CHANNEL_RULES, FEEDBACK_CHANNELS, TOUCHPOINTS } from '#domain/feedback/channels.ts'
import { FEEDBACK_KINDS } from '#domain/feedback/feedback.ts'
import { isTheme } from '#domain/feedback/themes.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { MessageKey } from '#i18n/translate.ts'
import {
  CONSENT_WORDING,
  fieldOf,
  type ReadFeedback,
  type Refused,
  readContact,
  type Typed,
  whyNotWords,
} from './feedback-query.ts'

/** What a person typed as date and time (`2026-10-01T09:00`), by a zone's clock; null = none. */
export function instantIn(typed: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return null
  }
}

/** An instant as a field of date and time shows it, by a zone's clock, to the minute. */
export const wallField = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'floor' })

type Terms = {
  /** By whose clock the times are. */
  readonly zone: string
  readonly country: string
  readonly now: number
  readonly key: string | null
}

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null

const CODE = /^[A-Z0-9-]{2,12}$/

/** An entry of the desk as feedback, or the fields to mend. */
export function readEntry(typed: Typed, { zone, country, now, key }: Terms): ReadFeedback {
  const text = (name: string) => fieldOf(typed, name)
  const channel = oneOf(FEEDBACK_CHANNELS, text('channel'))
  const kind = oneOf(FEEDBACK_KINDS, text('kind'))
  const receivedAt = instantIn(text('receivedAt'), zone)
  const outlet = text('outletCode').normalize('NFKC').toUpperCase()
  const repairTyped = text('repairCode')
  const repair = repairTyped === '' ? null : readTicketCode(repairTyped.slice(0, 40))
  const contact = readContact({ reach: text('reach'), name: text('name') }, country)
  const words = text('answered')
  const topic = text('topic')
  const tests: readonly (readonly [string, MessageKey | false | null])[] = [
    ['channel', !channel && 'desk.feedback.fault.channel'],
    ['kind', !kind && 'desk.feedback.fault.kind'],
    ['said', whyNotWords(text('said'))],
    ['receivedAt', (receivedAt === null || receivedAt > now) && 'desk.feedback.fault.received'],
    ['outletCode', outlet !== '' && !CODE.test(outlet) && 'desk.feedback.fault.outlet'],
    ['repairCode', repairTyped !== '' && repair === null && 'desk.feedback.fault.repair'],
    ['reach', contact === 'refused' && 'feedback.error.reach'],
    ['consent', contact !== null && typed['consent'] !== 'yes' && 'feedback.error.consent'],
    ['answered', words !== '' && whyNotWords(words) !== null && 'desk.feedback.fault.answer'],
  ]
  const errors: Refused = Object.fromEntries(
    tests.filter((test): test is [string, MessageKey] => typeof test[1] === 'string'),
  )
  const isWhole = channel && kind && receivedAt !== null && contact !== 'refused'
  if (!isWhole || Object.keys(errors).length > 0) return { errors, wish: null }
  return {
    errors,
    wish: {
      ...{ channel, kind, receivedAt, repair, key, contact, said: text('said') },
      isFormal: typed['formality'] === 'formal',
      touchpoint: oneOf(TOUCHPOINTS, text('touchpoint')) ?? CHANNEL_RULES[channel].touchpoint,
      topic: isTheme(topic) ? topic : null,
      outlet: outlet || null,
      locale: typed['language'] === 'en' ? 'en' : 'zh-CN',
      consent: contact === null ? null : { wording: CONSENT_WORDING },
      answered: words === '' ? null : { words, isSolved: typed['isSolved'] === 'yes' },
    },
  }
}
