import { issueCode, numberOf, readCode, spellNumber } from './crockford.ts'

/** Digits of a code that say its outlet's bucket. */
export const BUCKET_DIGITS = 2
const TICKET_DIGITS = 12

/**
 * A ticket code as stored, 13 symbols without dashes, from what a person typed or scanned: any case,
 * I and L for 1, O for 0, spaces and dashes anywhere; null when length or check symbol are wrong.
 * `readTicketCode(' 7k3m-9qxf-2t8b-v ')` is `'7K3M9QXF2T8BV'`.
 */
export const readTicketCode = (text: string): string | null => readCode(text, TICKET_DIGITS)

/**
 * A new ticket code: the bucket of the outlet that registers the repair (0-1023) in two digits, 50
 * random bits in ten, and a check symbol that a person can say. RangeError for any other bucket.
 * `issueTicketCode(243, randomByte)` begins with `7K`.
 */
export const issueTicketCode = (bucket: number, randomByte: () => number): string =>
  issueCode(TICKET_DIGITS, randomByte, ticketPrefix(bucket))

/**
 * What every ticket code of an outlet's bucket (0-1023) begins with; RangeError for any other bucket.
 * `ticketPrefix(243)` is `'7K'`.
 */
export const ticketPrefix = (bucket: number): string => spellNumber(bucket, BUCKET_DIGITS)

/**
 * The bucket, 0-1023, of a ticket code that `readTicketCode` answered: where its repair is stored.
 * `bucketOfTicket('7K3M9QXF2T8BV')` is 243.
 */
export const bucketOfTicket = (code: string): number => numberOf(code.slice(0, BUCKET_DIGITS))
