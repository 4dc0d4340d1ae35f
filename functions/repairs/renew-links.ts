import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import type { Keys } from '#functions/db/keys.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { phoneHash } from './keyed-hashes.ts'
import { linkOf } from './link-token.ts'
import type { LoadedRepair } from './load-repair.ts'
import { dropLink, insertLink } from './lookup-store.ts'
import type { PrivateChange } from './private-store.ts'

/** Steps with what only the database can tell of a correction: whether it brings another phone than the one on record. */
export async function withNewPhone(
  keys: Keys,
  { phoneHash: standing }: Pick<LoadedRepair, 'phoneHash'>,
  {
    actions,
    personal,
  }: {
    readonly actions: readonly RepairAction[]
    readonly personal: PrivateChange | undefined
  },
): Promise<readonly RepairAction[]> {
  const dial = personal?.contact?.phone?.dial
  if (dial === undefined) return actions
  const isNewPhone = (await phoneHash(keys, dial)) !== standing
  return actions.map((action) => (action.type === 'correct' ? { ...action, isNewPhone } : action))
}

/** Every link of a repair as it stands: to its page, and to the answer of each ask. */
const linksOf = (keys: Keys, { code, askCount, linkEpoch }: Repair) =>
  Promise.all([
    linkOf(keys, { code, purpose: 'status', askVersion: null, linkEpoch }),
    ...Array.from({ length: askCount }, (_, place) =>
      linkOf(keys, { code, purpose: 'answer', askVersion: place + 1, linkEpoch }),
    ),
  ])

/**
 * What a corrected phone does to links: those sent to the number before open nothing any more, and new
 * ones stand in their place. Where the phone stays, nothing.
 */
export async function renewedLinks(
  { keys, now }: Pick<Sources, 'keys' | 'now'>,
  { database, repair: before }: Pick<LoadedRepair, 'database' | 'repair'>,
  after: Repair,
): Promise<readonly Prepared[]> {
  if (before.linkEpoch === after.linkEpoch) return []
  const [ended, made] = await Promise.all([linksOf(keys, before), linksOf(keys, after)])
  return [
    ...ended.map(({ tokenHash }) => dropLink(database, tokenHash)),
    ...made.map((link) => insertLink(database, link, now)),
  ]
}
