import type { Staff } from '#domain/staff/staff.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { listNotices, NEWEST, type StandingNotice } from '#functions/notices/edit-notices.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import {
  type ChangedSince,
  changedSince,
  lastAsked,
  lastChangeNumber,
  nameOfStaff,
  REBUILD_SUBJECT,
} from './site-store.ts'

export type { ChangedSince } from './site-store.ts'

/** What the standing site was built from; null = no build stands beside the Worker. */
export type Build = {
  readonly seq: number
  readonly day: string
  /** null = an older build, that didn't say. */
  readonly takenAt: number | null
}

export type SiteState = {
  readonly build: Build | null
  readonly outlets: readonly ChangedSince[]
  /** Whether more outlets changed than are listed. */
  readonly isMore: boolean
  readonly notices: readonly StandingNotice[]
  readonly asked: { readonly at: number; readonly by: string } | null
}

const LISTED = 50
/** A build takes about as long; asking again sooner would only build the same again. */
export const REBUILD_EACH_MS = 60_000

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Reads the stamp that the standing build carries. */
async function standingBuild(assets: Fetcher): Promise<Build | null> {
  const answer = await assets
    .fetch(new Request('https://assets.local/data/build.json'))
    .catch(() => null)
  if (!answer?.ok) return null
  const stamp = (await answer.json().catch(() => ({}))) as Record<string, unknown>
  const seq = numberOr(stamp['seq'])
  const takenAt = Date.parse(String(stamp['takenAt'] ?? ''))
  return seq === null
    ? null
    : { seq, day: String(stamp['day'] ?? ''), takenAt: Number.isNaN(takenAt) ? null : takenAt }
}

type Asking = Pick<Sources, 'hub'> & { readonly assets: Fetcher; readonly staff: Staff }

/** What has changed since the standing site was built, and when a new one was asked for last. */
export async function siteState({
  hub,
  assets,
  staff,
}: Asking): Promise<SiteState | { readonly refusal: 'not_your_role' }> {
  if (whyNotEverywhere(staff, 'site.rebuild')) return { refusal: 'not_your_role' }
  const build = await standingBuild(assets)
  const [[counter]] = await readTogether([lastChangeNumber(hub)])
  const since = build?.seq ?? counter?.value ?? 0
  const [rows, [asked]] = await readTogether([changedSince(hub, since, LISTED + 1), lastAsked(hub)])
  const listed = await listNotices({ hub, staff }, { before: NEWEST, most: LISTED })
  const notices = 'refusal' in listed ? [] : listed.notices
  const takenAt = build?.takenAt ?? null
  const [[person]] = await readTogether([nameOfStaff(hub, asked?.actor ?? '')])
  return {
    build,
    outlets: rows.slice(0, LISTED),
    isMore: rows.length > LISTED,
    notices: takenAt === null ? [] : notices.filter(({ updatedAt }) => updatedAt > takenAt),
    asked: asked ? { at: asked.recorded_at, by: person?.name ?? asked.actor } : null,
  }
}

export type RebuildRefusal = 'not_your_role' | 'too_many_requests' | 'stale' | 'key_reused'

/** Notes that a rebuild is asked for, at most once a minute by all of the desk together. */
export async function askForRebuild({
  hub,
  now,
  staff,
}: Pick<Sources, 'hub' | 'now'> & { readonly staff: Staff }): Promise<
  Task<{ readonly at: number }, RebuildRefusal>
> {
  const command = await commandOf({ name: 'rebuild', key: null, body: {}, actor: staff.id, now })
  const refused = (refusal: RebuildRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  if (whyNotEverywhere(staff, 'site.rebuild')) return refused('not_your_role')
  const [[asked]] = await readTogether([lastAsked(hub)])
  if (asked && asked.recorded_at > now - REBUILD_EACH_MS) return refused('too_many_requests')
  const version = (asked?.version ?? 0) + 1
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { at: now },
      events: [
        {
          ...{ subject: REBUILD_SUBJECT, version, type: 'site.rebuild_asked' },
          ...{ happenedAt: now, data: {} },
        },
      ],
      rows: [],
    },
  }
}
