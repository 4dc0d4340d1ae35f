import { readFileSync } from 'node:fs'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { freezableMonth, monthAfter } from '#domain/publications/publication-calendar.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { carryOut } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import {
  draftNext,
  type FileToStore,
  freezePublication,
  type PublicationAnswer,
  type PublicationTask,
  stepPublication,
} from '#functions/publications/step-publication.ts'
import { activeStaff } from '#functions/staff/active-staff.ts'
import type { Hub } from '../database/open-hub.ts'
import { persistDir, snapshotDir } from '../site/directories.ts'
import { storeLocally } from '../site/local-bucket.ts'
import { localSecret } from '../site/local-secret.ts'
import { keepFile } from '../site/snapshot-publications.ts'
import { localSources } from './local-sources.ts'

const SCHEMA = 'public/data/publications/schema-1.json'
const WHY_EMPTY = 'A demonstration: on a quiet day nobody came.'

async function done(task: PublicationTask): Promise<PublicationAnswer> {
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') throw new Error(`the publication was refused: ${outcome.refusal}`)
  return outcome.answer
}

async function keepFiles(files: readonly FileToStore[], kept: Kept): Promise<void> {
  await storeLocally(persistDir(), files)
  for (const { key, text } of files) {
    keepFile(snapshotDir(), key, text)
    kept.set(key, text)
  }
}

type People = { readonly quality: Staff; readonly second: Staff }

/** What was frozen so far, by key: the next month is held against it. */
type Kept = Map<string, string>

/** Takes a month all the way, by the same use cases as the desk; its files are kept before a row names them. */
async function publishMonth(
  sources: Sources,
  { quality, second }: People,
  { month, kept }: { readonly month: string; readonly kept: Kept },
): Promise<void> {
  const making = { ...sources, staff: quality }
  const at = ({ number, version }: PublicationAnswer) => ({
    ...{ number, expectedVersion: version, key: null },
  })
  const draft = await done(await draftNext(making, { month, reason: null, key: null }))
  const task = await freezePublication(
    making,
    { ...at(draft), reason: WHY_EMPTY },
    {
      read: async (key) => kept.get(key) ?? null,
      schema: async () => readFileSync(SCHEMA, 'utf8'),
    },
  )
  await keepFiles(task.files, kept)
  const frozen = await done(task)
  const signing = { ...sources, staff: second }
  const signed = await done(await stepPublication(signing, at(frozen), 'sign_off'))
  await done(await stepPublication(making, at(signed), 'publish'))
}

/** Months that the history tells of from their first day to their last, the oldest first. */
async function wholeMonths({ database }: Hub, sources: Sources): Promise<readonly string[]> {
  const first = await database
    .prepare('SELECT min(service_date) AS day FROM kpi_days')
    .first<string>('day')
  if (!first) return []
  const today = wallTimeIn(networkZone(sources.config), sources.now).date
  const months: string[] = []
  const newest = freezableMonth(today, sources.config.publications)
  for (let month = newest; `${month}-01` >= first; month = monthAfter(month, -1)) months.push(month)
  return months.toReversed()
}

/**
 * Publishes the months behind the demo network, so that nobody meets empty pages. The build that follows
 * shows them: none is asked for besides.
 */
export async function demoPublications(
  hub: Hub,
  { say }: { readonly say: (text: string) => void },
): Promise<void> {
  const begun = Date.now()
  const sources = localSources({
    ...{ hub: hub.database, secret: localSecret(persistDir()), now: begun },
  })
  const [quality, second] = await Promise.all([
    activeStaff(sources.hub, 'stf_demo_quality'),
    activeStaff(sources.hub, 'stf_demo_admin'),
  ])
  const months = await wholeMonths(hub, sources)
  if (!quality || !second || months.length === 0) return
  const kept: Kept = new Map()
  for (const month of months) await publishMonth(sources, { quality, second }, { month, kept })
  await hub.database.exec('DELETE FROM site_builds_due')
  say(`Published ${months.join(', ')} in ${((Date.now() - begun) / 1000).toFixed(1)} s.`)
}
