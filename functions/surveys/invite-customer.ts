import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { decideSurvey } from '#domain/surveys/decide-survey.ts'
import type { Survey, Surveyed, Touchpoint } from '#domain/surveys/survey.ts'
import type { WantedKind } from '#domain/surveys/wanted-survey.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { linkKept } from '#functions/voices/read-standing.ts'
import { insertSurvey, type Settled } from './store.ts'
import {
  type AboutRow,
  aboutComplaint,
  aboutFeedback,
  aboutRepair,
  staffOfEmail,
  type WantedRow,
} from './wanted-store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'>

/** Why nobody is asked: what ended went on meanwhile, nobody can be reached, or it is one of the staff. */
export type NotAsked = 'out_of_date' | 'unreachable' | 'own_staff' | 'not_allowed_now'

export const CODE_LETTERS = 13

type About = { readonly surveyed: Surveyed; readonly settled: Settled }

const numberOf = (id: string): number => Number(id.slice(CODE_LETTERS + 1))

/** Where the customer came: they know that outlet, it answers for the whole, and night is night there. */
async function homeOf({ hub }: Asking, { homeOutlet, atOutlet }: Repair, row: AboutRow) {
  if (homeOutlet === atOutlet) return { zone: row.zone, country: row.country_code }
  const [rows] = await readEverywhere([outletOnRecord(hub, homeOutlet)])
  const placed = placedOutlet(rows ?? [])
  return placed && { zone: placed.outlet.zone, country: placed.country }
}

async function afterRepair(
  asking: Asking,
  { id, wave, kind, due_at }: WantedRow,
  row: AboutRow,
): Promise<About | null> {
  const repair: Repair = JSON.parse(row.state)
  const isContact = kind === 'contact'
  const isOver = repair.status === 'closed' && repair.closedAt !== null
  // A phone that bounced or was found again after its ending isn't at its end any more.
  if (kind === 'repair' && (!isOver || repair.version !== numberOf(id))) return null
  if (kind === 'panel' && !isOver) return null
  const home = await homeOf(asking, repair, row)
  if (!home) return null
  const endedAt = isContact ? numberOf(id) : (repair.closedAt ?? due_at)
  return {
    surveyed: {
      ...{
        kind: kind as 'repair' | 'contact' | 'panel',
        touchpoint: isContact ? 'hotline' : 'outlet',
      },
      ...{ outlet: isContact ? null : repair.homeOutlet, repairCode: repair.code, wave },
      ...{ ending: repair.ending, outcome: repair.outcome, endedAt },
      day: wallTimeIn(home.zone, endedAt).date,
    },
    settled: { ...home, locale: repair.locale },
  }
}

type ClosedVoice = {
  readonly outlet: string | null
  readonly repairCode: string | null
  readonly locale: 'en' | 'zh-CN'
  readonly touchpoint?: Touchpoint
  readonly closedAt: number
}

/** About how a complaint was handled, or what somebody told or asked. */
function afterVoice({ id, kind }: WantedRow, row: AboutRow): About | null {
  if (row.version !== numberOf(id)) return null
  const { outlet, repairCode, locale, closedAt, touchpoint }: ClosedVoice = JSON.parse(row.state)
  return {
    surveyed: {
      ...{ kind: kind === 'complaint' ? 'complaint' : 'contact', outlet, repairCode, wave: null },
      ...{ touchpoint: touchpoint ?? (outlet === null ? 'hotline' : 'outlet') },
      ...{ ending: null, outcome: null, endedAt: closedAt },
      day: wallTimeIn(row.zone, closedAt).date,
    },
    settled: { zone: row.zone, country: row.country_code, locale },
  }
}

const READS: Readonly<Record<WantedKind, typeof aboutRepair>> = {
  repair: aboutRepair,
  contact: aboutRepair,
  panel: aboutRepair,
  feedback: aboutFeedback,
  complaint: aboutComplaint,
}

async function isOwnStaff({ hub }: Asking, email: string | null): Promise<boolean> {
  if (email === null) return false
  const [found] = await readEverywhere([staffOfEmail(hub, email)])
  return (found ?? []).length > 0
}

async function aboutOf(asking: Asking, wanted: WantedRow): Promise<About | NotAsked> {
  const code = wanted.id.slice(0, CODE_LETTERS)
  const database = asking.databases.of(bucketOfTicket(code))
  const isVoice = wanted.kind === 'complaint' || wanted.kind === 'feedback'
  const [rows] = await readEverywhere([READS[wanted.kind](database, code)])
  const [row] = rows ?? []
  if (!row) return 'out_of_date'
  const about = isVoice ? afterVoice(wanted, row) : await afterRepair(asking, wanted, row)
  if (!about) return 'out_of_date'
  if (row.phone === null && row.email === null) return 'unreachable'
  return (await isOwnStaff(asking, row.email)) ? 'own_staff' : about
}

/**
 * Makes the survey that something which ended calls for: asked after the hour that lies between, so that
 * an ending which was taken back asks nobody. Nobody of the staff is asked, told by their e-mail address.
 */
export async function inviteCustomer(
  asking: Asking,
  wanted: WantedRow,
): Promise<Task<Survey, NotAsked>> {
  const { id } = wanted
  const { now } = asking
  const code = id.slice(0, CODE_LETTERS)
  const database = asking.databases.of(bucketOfTicket(code))
  const command = await commandOf({
    ...{ name: 'survey.invite', key: null, body: { id }, actor: 'system', now },
  })
  const propose = (proposal: Proposal<Survey, NotAsked>) => ({ database, command, proposal })
  const about = await aboutOf(asking, wanted)
  if (typeof about === 'string') return propose({ kind: 'refused', refusal: about })
  const action = { type: 'invite', id, about: about.surveyed } as const
  const decision = decideSurvey(null, action, { now, actor: { id: 'system', role: 'system' } })
  if (!decision.ok) return propose({ kind: 'refused', refusal: 'not_allowed_now' })
  const { survey, events } = decision
  return propose({
    ...{ kind: 'change', answer: survey, events },
    rows: [
      insertSurvey(database, survey, { ...about.settled, now }),
      await linkKept(asking, { kind: 'survey', id, code }),
    ],
  })
}
