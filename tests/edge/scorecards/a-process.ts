import { env } from 'cloudflare:workers'
import { startOfDay } from '#domain/desk/network-outlet.ts'
import type { QualificationActionType } from '#domain/scorecards/qualification-table.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { carryOut } from '#functions/db/commit.ts'
import {
  answerQualification,
  missDeadline,
  type QualificationTask,
  type QualificationWish,
  stepQualification,
} from '#functions/scorecards/step-qualification.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'

export const CODE = 'HZ-001'
export const ZONE = 'Asia/Shanghai'
const DAY = 86_400_000

const person = (id: string, role: Staff['grants'][number]['role'], outlets?: string[]): Staff => ({
  ...{ id: `stf_${id}`, name: id, email: `${id}@fixpoint.example`, locale: 'en' },
  grants: [{ role, scope: outlets ? { kind: 'outlets', outlets } : { kind: 'network' } }],
})
/** Three of the head office, and a manager of the outlet. */
export const PEOPLE = {
  ann: person('ann', 'hq_quality'),
  ben: person('ben', 'hq_admin'),
  cai: person('cai', 'hq_quality'),
  man: person('man', 'outlet_manager', [CODE]),
} as const
export type Who = keyof typeof PEOPLE

export const wishOf = (
  type: QualificationWish['type'],
  change: Partial<QualificationWish> = {},
): QualificationWish => ({
  ...{ code: CODE, type, text: 'Because of what we saw.', evidence: [], key: null },
  rule: type === 'open_review' ? 'conduct' : null,
  cause: type === 'suspend' ? 'fraud' : null,
  expectedVersion: 0,
  ...change,
})

export const stateOf = async () => {
  const row = await env.HUB.prepare('SELECT state FROM qualifications WHERE outlet_code = ?1')
    .bind(CODE)
    .first<{ state: string }>()
  return row ? JSON.parse(row.state) : null
}

/** Carries a step's task out, with what follows it where the visits lie. */
export async function carry({ afterwards, ...task }: QualificationTask) {
  const outcome = await carryOut(task)
  if (outcome.kind === 'done' && afterwards) {
    await afterwards.database.d1.batch(afterwards.rows.map(({ bound }) => bound))
  }
  return outcome
}

/** Takes one step as it stands now, `days` after the tests' day. */
export async function step(
  who: Who | 'system',
  type: QualificationActionType,
  { days = 0, ...change }: Partial<QualificationWish> & { days?: number } = {},
) {
  const sources = theSources({ now: NOW + days * DAY })
  if (who === 'system' || type === 'miss') return await carry(await missDeadline(sources, CODE))
  const expectedVersion = change.expectedVersion ?? (await stateOf())?.version ?? 0
  const wish = wishOf(type, { ...change, expectedVersion })
  const use = who === 'man' ? answerQualification : stepQualification
  return await carry(await use({ ...sources, staff: PEOPLE[who] }, wish))
}

/** The beginning of a local day so many after the tests' one, as days from its instant. */
export const daysUntil = (date: string): number => (startOfDay(ZONE, date) - NOW) / DAY

export const outletRow = () =>
  env.HUB.prepare('SELECT * FROM outlets WHERE code = ?1')
    .bind(CODE)
    .first<Record<string, unknown>>()
