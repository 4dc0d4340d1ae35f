import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Keys } from '#functions/db/keys.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import {
  type Counted,
  countTry,
  forgetTries,
  knowClient,
  knownClient,
  pairOf,
  type TriesRow,
  takeBackTry,
} from './tries-store.ts'

const DAY_MS = 86_400_000
/** A lock is over after so long. */
export const WINDOW_MS = 15 * 60_000
/** A client from which somebody signed in within so long is one of the staff's. */
export const KNOWN_MS = 14 * DAY_MS
const MOST = {
  /** Wrong tries of one client at one account. */
  pair: 10,
  /** At one account, of all clients that nobody signed in from. */
  account: 50,
  /** Of one client, at whatever accounts. */
  client: 50,
  /** Of one that staff share with their guests. */
  knownClient: 500,
} as const

/** Under what the tries of an account are counted; the address is tidied. */
export const accountTries = (keys: Keys, email: string): Promise<string> =>
  keys.mac('sign-in', `account ${email}`)

type Asking = {
  readonly hub: Database
  readonly keys: Keys
  readonly client: string
  readonly now: number
}

export type Tries = {
  readonly isLocked: boolean
  /** What a sign-in that was right writes: it was no guess, and its client is known from now on. */
  readonly afterSignIn: readonly Prepared[]
}

const isOver = ({ most }: Counted, result: D1Result<TriesRow> | undefined): boolean =>
  (result?.results[0]?.tries ?? Number.POSITIVE_INFINITY) > most

/**
 * Counts a try for its client, for its account at this client and, from a client that nobody of the staff
 * signed in from lately, for its account. Whether the account exists makes no difference. So guests on a
 * shop's network must try long to lock its staff out, and nobody elsewhere can.
 */
export async function countTries(
  { hub, keys, now, client }: Asking,
  email: string,
): Promise<Tries> {
  const mac = (text: string): Promise<string> => keys.mac('sign-in', text)
  const [clientKey, knownKey, accountKey, clientOfPair] = await Promise.all([
    ...([mac(`client ${client}`), mac(`known ${client}`)] as const),
    ...([accountTries(keys, email), mac(`pair ${client}`)] as const),
  ])
  const pairKey = pairOf(accountKey, clientOfPair)
  const [[known]] = await readTogether([knownClient(hub, knownKey, now - KNOWN_MS)])
  const origin = { key: clientKey, most: known ? MOST.knownClient : MOST.client }
  const pair = { key: pairKey, most: MOST.pair }
  const account = { key: accountKey, most: MOST.account }
  const span = { now, since: now - WINDOW_MS }
  const counted = known ? [origin, pair] : [origin, pair, account]
  const results = await writeRows(
    hub,
    counted.map((one, place) => countTry(hub, one, { ...span, gates: counted.slice(0, place) })),
  )
  return {
    isLocked: counted.some((one, place) => isOver(one, results[place] as D1Result<TriesRow>)),
    afterSignIn: [
      forgetTries(hub, [pairKey, accountKey]),
      takeBackTry(hub, clientKey),
      knowClient(hub, knownKey, now),
    ],
  }
}
