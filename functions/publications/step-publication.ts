import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import {
  decidePublication,
  draftPublication,
  type PublicationAction,
  type PublicationDecision,
  type PublicationRefusal,
} from '#domain/publications/decide-publication.ts'
import { fileKey, numberBefore, type Publication } from '#domain/publications/publication.ts'
import { publicationCsv } from '#domain/publications/publication-csv.ts'
import type { PublicationFile, RevisionReason } from '#domain/publications/publication-document.ts'
import { summaryOf } from '#domain/publications/summary.ts'
import { signsOff } from '#domain/publications/who-signs.ts'
import type { WrongZero } from '#domain/publications/wrong-zeros.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type Command, commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { openContests } from './contest-store.ts'
import { makeDocument } from './make-document.ts'
import { publicationFromRow } from './publication-rows.ts'
import { type ReadFile, readDocument } from './read-document.ts'
import { everyPublication, writePublication } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'> & { readonly staff: Staff }

export type PublicationAnswer = { readonly number: number; readonly version: number }
type Refusal = PublicationRefusal | 'not_your_role' | 'not_found' | 'key_reused'
export type PublicationTask = Task<PublicationAnswer, Refusal>

type Asked = {
  readonly name: string
  readonly key: string | null
  readonly body: unknown
  readonly permission: Permission
}

type NotTheirs = { readonly ok: false; readonly refusal: 'not_your_role' }

async function change(
  { hub, now, staff }: Asking,
  { name, key, body, permission }: Asked,
  decide: (all: readonly Publication[]) => Promise<PublicationDecision | NotTheirs | 'not_found'>,
): Promise<PublicationTask> {
  const command: Command = await commandOf({ name, key, body, actor: staff.id, now })
  const refused = (refusal: Refusal): PublicationTask => ({
    ...{ database: hub, command, proposal: { kind: 'refused', refusal } },
  })
  if (whyNotEverywhere(staff, permission)) return refused('not_your_role')
  const [kept, rows] = await readTogether([keptAnswer(hub, command), everyPublication(hub)])
  const replay = replayOf<PublicationAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  const decided = await decide(rows.map(publicationFromRow))
  if (decided === 'not_found') return refused('not_found')
  if (!decided.ok) return refused(decided.refusal)
  const { publication, event } = decided
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { number: publication.number, version: publication.version },
      events: [{ ...event, happenedAt: now }],
      rows: [writePublication(hub, publication, now)],
    },
  }
}

/** Begins the next publication, or a revision of one. */
export const draftNext = (
  asking: Asking,
  wish: {
    readonly month: string
    readonly reason: RevisionReason | null
    readonly key: string | null
  },
): Promise<PublicationTask> => {
  const { key, ...body } = wish
  const { config, now } = asking
  return change(
    asking,
    { name: 'draft_publication', key, body, permission: 'publication.make' },
    async (standing) =>
      draftPublication({
        ...{ standing, ...body, days: config.publications },
        today: wallTimeIn(networkZone(config), now).date,
      }),
  )
}

type Step = {
  readonly number: number
  readonly expectedVersion: number
  readonly key: string | null
}

const PERMISSIONS = {
  sign_off: 'publication.sign',
  publish: 'publication.make',
  drop: 'publication.make',
} as const

/** Signs off, publishes for good, or drops. */
export const stepPublication = (
  asking: Asking,
  { number, expectedVersion, key }: Step,
  type: Exclude<PublicationAction['type'], 'freeze'>,
): Promise<PublicationTask> =>
  change(
    asking,
    {
      ...{ name: `publication_${type}`, key, body: { number, expectedVersion } },
      permission: PERMISSIONS[type],
    },
    async (all) => {
      const one = all.find((publication) => publication.number === number)
      const when = { expectedVersion, actor: asking.staff.id, now: asking.now }
      if (type === 'sign_off' && !signsOff(asking.staff, asking.config.publications.signOff)) {
        return { ok: false, refusal: 'not_your_role' }
      }
      return one ? decidePublication(one, { type }, when) : 'not_found'
    },
  )

/** What a freeze needs of the bucket and of the site. */
export type FileReach = {
  readonly read: ReadFile
  /** The schema that the site publishes. */
  readonly schema: () => Promise<string>
}

export type FileToStore = { readonly key: string; readonly text: string }
export type FreezeTask = PublicationTask & {
  /** To be stored before the command is carried out. */
  readonly files: readonly FileToStore[]
  /** Days without data that nobody has said are right. */
  readonly zeros: readonly WrongZero[]
}

async function fileOf(name: PublicationFile['name'], text: string): Promise<PublicationFile> {
  const bytes = new TextEncoder().encode(text)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { name, sha256, bytes: bytes.length }
}

/**
 * Fixes the figures of a publication: makes its files and says what they hash to. They are named by what
 * is in them, so a freeze that breaks off or comes twice overwrites nothing. `reason` says why days
 * without data are right.
 */
export async function freezePublication(
  asking: Asking,
  { reason, ...step }: Step & { readonly reason: string | null },
  reach: FileReach,
): Promise<FreezeTask> {
  const files: FileToStore[] = []
  const found: WrongZero[] = []
  const { number, expectedVersion, key } = step
  const body = { number, expectedVersion, reason }
  const decide = async (all: readonly Publication[]) => {
    const one = all.find((publication) => publication.number === number)
    if (!one) return 'not_found' as const
    const when = { expectedVersion, actor: asking.staff.id, now: asking.now }
    const empty = { files: [], summary: [], zeros: null }
    const [[open]] = await readTogether([openContests(asking.hub, one.month)])
    const freezing = { type: 'freeze', openContests: open?.open ?? 0 } as const
    const early = decidePublication(one, { ...freezing, frozen: empty, wrongZeros: 0 }, when)
    if (!early.ok) return early
    const previous = await readDocument(all, numberBefore(all, one), reach.read)
    const { document, zeros } = await makeDocument(asking, one, previous)
    found.push(...zeros)
    const texts = [
      ['figures.json', JSON.stringify(document)],
      ['figures.csv', publicationCsv(document)],
      ['schema.json', await reach.schema()],
    ] as const
    const made = await Promise.all(texts.map(([name, text]) => fileOf(name, text)))
    files.push(
      ...made.map((file, at) => ({ key: fileKey(number, file), text: texts[at]?.[1] ?? '' })),
    )
    const told = zeros.length > 0 && reason ? { days: zeros.length, reason } : null
    const frozen = { files: made, summary: summaryOf(document), zeros: told }
    return decidePublication(one, { ...freezing, frozen, wrongZeros: zeros.length }, when)
  }
  const asked = { name: 'publication_freeze', key, body, permission: 'publication.make' } as const
  const task = await change(asking, asked, decide)
  return { ...task, files: task.proposal.kind === 'change' ? files : [], zeros: found }
}
