import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'
import { clientHash } from './keyed-hashes.ts'

type Counted = [day: string, subject: string]
const COUNTED: Counted = ['2026-11-18', 'client/0f']

const DAY_MS = 86_400_000

export const statements = {
  countAsked: statement<Counted>(
    `INSERT INTO allowances (day, subject, used) VALUES (?1, ?2, 1)
     ON CONFLICT (day, subject) DO UPDATE SET used = used + 1`,
    COUNTED,
  ),
  /** One more of a day, as long as there were fewer than so many: no row = there were as many. */
  countUpTo: statement<[...Counted, most: number], { readonly used: number }>(
    `INSERT INTO allowances (day, subject, used) VALUES (?1, ?2, 1)
     ON CONFLICT (day, subject) DO UPDATE SET used = used + 1 WHERE used < ?3 RETURNING used`,
    [...COUNTED, 3],
  ),
  /** Once within a span; here `used` says when it was, not how often. No row = it was just before. */
  markOnceIn: statement<[...Counted, now: number, spanMs: number], { readonly used: number }>(
    `INSERT INTO allowances (day, subject, used) VALUES (?1, ?2, ?3)
     ON CONFLICT (day, subject) DO UPDATE SET used = ?3 WHERE used <= ?3 - ?4 RETURNING used`,
    [...COUNTED, 0, 3_600_000],
  ),
  refuseClient: statement<[...Counted, most: number]>(
    `INSERT INTO guards (client_cap) SELECT 1 FROM allowances
     WHERE day = ?1 AND subject = ?2 AND used > ?3`,
    [...COUNTED, 100],
  ),
  refuseContact: statement<[...Counted, most: number]>(
    `INSERT INTO guards (phone_cap) SELECT 1 FROM allowances
     WHERE day = ?1 AND subject = ?2 AND used > ?3`,
    [...COUNTED, 100],
  ),
  refusePhone: statement<[phone: string, since: number, mostOpen: number, mostNew: number]>(
    `INSERT INTO guards (phone_cap) SELECT 1 FROM (
       SELECT count(*) FILTER (WHERE status = 'requested') AS open,
         count(*) FILTER (WHERE state ->> '$.requestedAt' > ?2) AS fresh
       FROM repairs WHERE phone_hash = ?1)
     WHERE (?3 > 0 AND open > ?3) OR (?4 > 0 AND fresh > ?4)`,
    ['1e', 0, 10, 10],
  ),
  sweepAllowances: statement<[day: string, most: number]>(
    `DELETE FROM allowances WHERE (day, subject) IN (
       SELECT day, subject FROM allowances WHERE day < ?1 ORDER BY day, subject LIMIT ?2)`,
    ['2026-11-18', 500],
  ),
} satisfies Statements

/** The day that counts are kept by, UTC: it ends at the same instant for every outlet. */
export const countedDay = (now: number): string => new Date(now).toISOString().slice(0, 10)

/** Counts one thing more that somebody asked for on a day. */
export const countAsked = (
  database: Database,
  [day, subject]: readonly [day: string, subject: string],
): Prepared => prepare(database, statements.countAsked, [day, subject])

/** Counts one thing more on a day, up to so many; a row is answered where it was counted. */
export const countUpTo = (database: Database, [day, subject]: CountedAs, most: number) =>
  prepare(database, statements.countUpTo, [day, subject, most])

/** Marks that something happened, once within a span; a row is answered where it was marked. */
export const markOnceIn = (
  database: Database,
  [day, subject]: CountedAs,
  { now, spanMs }: { readonly now: number; readonly spanMs: number },
) => prepare(database, statements.markOnceIn, [day, subject, now, spanMs])

type CountedAs = readonly [day: string, subject: string]

/** Fails as `client_cap` where a client was counted more often than so on a day. */
export const refuseClientAbove = (
  database: Database,
  [day, subject]: CountedAs,
  most: number,
): Prepared => prepare(database, statements.refuseClient, [day, subject, most])

/** Fails as `phone_cap` where a number or an address was. */
export const refuseContactAbove = (
  database: Database,
  [day, subject]: CountedAs,
  most: number,
): Prepared => prepare(database, statements.refuseContact, [day, subject, most])

/** Forgets counts of days before one, so many at most. */
export const sweepAllowances = (
  database: Database,
  { before, most }: { readonly before: string; readonly most: number },
): Prepared => prepare(database, statements.sweepAllowances, [before, most])

type Asking = Pick<Sources, 'keys' | 'now' | 'config' | 'client'>

async function clientRows(
  { keys, now, config, client }: Asking,
  database: Database,
): Promise<readonly Prepared[]> {
  const most = config.booking.caps.requestsOfClient
  if (client === undefined || most === 0) return []
  const counted: Counted = [countedDay(now), `client/${await clientHash(keys, client)}`]
  return [
    countAsked(database, counted),
    prepare(database, statements.refuseClient, [...counted, most]),
  ]
}

/**
 * What refuses a request that its client or its phone has made too many of: `client_cap`, `phone_cap`.
 * They count in the batch that writes the request, so that requests at once can't all see few; the new
 * one is included. Each database counts for itself.
 */
export async function capRows(
  asking: Asking,
  database: Database,
  phoneHash: string,
): Promise<readonly Prepared[]> {
  const { openOfPhone, requestsOfPhone } = asking.config.booking.caps
  const since = asking.now - DAY_MS
  return [
    ...(openOfPhone > 0 || requestsOfPhone > 0
      ? [
          prepare(database, statements.refusePhone, [
            ...([phoneHash, since, openOfPhone, requestsOfPhone] as const),
          ]),
        ]
      : []),
    ...(await clientRows(asking, database)),
  ]
}
