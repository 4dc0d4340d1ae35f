import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { claimBuilds, settleBuilds } from './build-store.ts'

/** Asks for a site build; whether it was taken on. */
export type AskForBuild = () => Promise<boolean>

/**
 * Asks for a new site when an edition of the standards or a pledge takes effect: once for all that is
 * due, and again later while nobody takes it on, which is also told as a failure. Answers how many
 * builds were asked for.
 */
export async function askForDueBuild(
  { hub, now }: Pick<Sources, 'hub' | 'now'>,
  ask: AskForBuild,
): Promise<number> {
  const [claimed] = await writeRows(hub, [claimBuilds(hub, now)])
  if (!claimed || claimed.meta.changes === 0) return 0
  if (!(await ask())) throw new Error('a site build is due, and nobody takes it on')
  await writeRows(hub, [settleBuilds(hub, now)])
  return 1
}
