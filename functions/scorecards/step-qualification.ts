import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import {
  decideQualification,
  type QualificationAction,
  type QualificationRefusal,
} from '#domain/scorecards/decide-qualification.ts'
import type { ReviewRule } from '#domain/scorecards/propose-review.ts'
import { worstOf } from '#domain/scorecards/propose-review.ts'
import {
  type NoticedFigure,
  newQualification,
  type Qualification,
  type SuspensionCause,
} from '#domain/scorecards/qualification.ts'
import {
  type QualificationActionType,
  type QualificationSide,
  STANDING_OF,
} from '#domain/scorecards/qualification-table.ts'
import type { Scorecard } from '#domain/scorecards/score-of-outlet.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type Command, commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import {
  changeStanding,
  outletToStand,
  type StandingChange,
  standingOutlet,
} from '#functions/outlets/change-standing.ts'
import { whyNotAtOutlet, whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import type { CardLine } from './card-line.ts'
import {
  qualificationOf,
  type StepWords,
  writeQualification,
  writeWords,
} from './qualification-store.ts'
import { type CardRow, newestCard } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'>

/** A step as it is asked for: figures are never typed. */
export type QualificationWish = {
  readonly code: string
  readonly type: Exclude<QualificationActionType, 'miss'>
  readonly rule: ReviewRule | null
  readonly cause: SuspensionCause | null
  readonly text: string
  /** Codes of repairs and complaints as typed. */
  readonly evidence: readonly string[]
  readonly expectedVersion: number
  readonly key: string | null
}

export type QualificationAnswer = { readonly outlet: string; readonly version: number }
export type StepRefusal =
  | QualificationRefusal
  | 'bad_value'
  | 'unknown_outlet'
  | 'key_reused'
  | 'rule_not_met'
  | 'words_missing'
  | 'unknown_code'

/** A step, and what is written where the outlet's visits lie once it is done. */
export type QualificationTask = Task<QualificationAnswer, StepRefusal> & {
  readonly afterwards: StandingChange['afterwards']
}

/** Every step is said in words but those that only say that a time went on. */
const WITHOUT_WORDS: ReadonlySet<QualificationActionType> = new Set(['miss'])

const kept = (row: CardRow | undefined) =>
  row
    ? { line: JSON.parse(row.line) as CardLine, card: JSON.parse(row.card ?? '{}') as Scorecard }
    : null

/** What the figures of the newest month say: the criterion that the review is of, else the one that costs most. */
function figuresOf(
  { criterion }: Qualification,
  row: CardRow | undefined,
): readonly NoticedFigure[] {
  const found = kept(row)
  if (!found) return []
  const { card } = found
  const worst = worstOf(card)
  const named = card.criteria.find(({ id }) => id === criterion)
  return [named, worst].flatMap((one, at, all) =>
    one && one.value !== null && all.indexOf(one) === at
      ? [{ criterion: one.id, value: one.value, n: one.n }]
      : [],
  )
}

type Reviewed = Extract<QualificationAction, { type: 'open_review' }>

/** A review by figures is of what they propose; one for conduct is of what is said. */
function reviewOf(rule: ReviewRule | null, row: CardRow | undefined): Reviewed | null {
  if (rule === null) return null
  if (rule === 'conduct') return { type: 'open_review', rule, criterion: null, months: [] }
  const proposal = kept(row)?.line.proposal
  return proposal?.rule === rule ? { type: 'open_review', ...proposal } : null
}

type Wished = Pick<QualificationWish, 'rule' | 'cause'> & { readonly type: QualificationActionType }

function actionOf(
  { type, rule, cause }: Wished,
  current: Qualification,
  row: CardRow | undefined,
): QualificationAction | StepRefusal {
  if (type === 'open_review') return reviewOf(rule, row) ?? (rule ? 'rule_not_met' : 'bad_value')
  if (type === 'notice') return { type, figures: figuresOf(current, row) }
  if (type === 'suspend') return cause ? { type, cause } : 'bad_value'
  return { type }
}

/** Codes as stored; null = one of them is none. */
function evidenceOf(typed: readonly string[]): readonly string[] | null {
  const codes = typed.map(readTicketCode)
  return codes.every((code): code is string => code !== null) ? codes : null
}

type Taken = Wished & {
  readonly code: string
  readonly words: StepWords | null
  /** null = whatever stands, for the clock. */
  readonly expectedVersion: number | null
  readonly by: string
  readonly sides: readonly QualificationSide[]
}

/** Loads, decides and says what to write: the process and the outlet in one batch. */
async function stepped(asking: Asking, command: Command, taken: Taken): Promise<QualificationTask> {
  const { hub, now } = asking
  const { code, words, by, sides } = taken
  const refused = (refusal: StepRefusal): QualificationTask => ({
    ...{ database: hub, command, proposal: { kind: 'refused', refusal }, afterwards: null },
  })
  const [known, [stands], [row], [card]] = await readTogether([
    keptAnswer(hub, command),
    qualificationOf(hub, code),
    outletToStand(hub, code),
    newestCard(hub, code),
  ])
  const replay = replayOf<QualificationAnswer>(known, command)
  if (replay) return { database: hub, command, proposal: replay, afterwards: null }
  if (!row) return refused('unknown_outlet')
  const outlet = standingOutlet(row)
  const isDisqualified = outlet.qualification === 'disqualified'
  const current: Qualification = stands
    ? JSON.parse(stands.state)
    : newQualification(code, { zone: outlet.zone, isDisqualified })
  const action = actionOf(taken, current, card)
  if (typeof action === 'string') return refused(action)
  const expectedVersion = taken.expectedVersion ?? current.version
  const decided = decideQualification(current, action, { expectedVersion, now, by, sides })
  if (!decided.ok) return refused(decided.refusal)
  const { event, qualification } = decided
  const [standing, was] = [STANDING_OF[qualification.status], STANDING_OF[current.status]]
  // A closed outlet stands nowhere any more.
  if (standing !== was && outlet.operation === 'closed') return refused('not_allowed_now')
  const change = standing === was ? null : changeStanding(asking, row, { standing, was })
  return {
    ...{ database: hub, command, afterwards: change?.afterwards ?? null },
    proposal: {
      kind: 'change',
      answer: { outlet: code, version: event.version },
      events: [event, ...(change?.events ?? [])],
      rows: [
        writeQualification(hub, qualification, now),
        ...(words ? [writeWords(hub, code, event.version, words)] : []),
        ...(change?.rows ?? []),
      ],
    },
  }
}

const MOST_EVIDENCE = 20

async function said(
  asking: Asking & { readonly staff: Staff },
  wish: QualificationWish,
  {
    sides,
    refusal,
  }: { readonly sides: readonly QualificationSide[]; readonly refusal: StepRefusal | null },
): Promise<QualificationTask> {
  const { hub, now, keys, staff } = asking
  const { key, expectedVersion, code, type, rule, cause, text } = wish
  const command = await commandOf({
    ...{ name: 'step_qualification', key, actor: staff.id, now },
    body: { code, type, rule, cause, text, evidence: wish.evidence, expectedVersion },
    mac: (body) => keys.mac('command', body),
  })
  const refused = (why: StepRefusal): QualificationTask => ({
    ...{ database: hub, command, proposal: { kind: 'refused', refusal: why }, afterwards: null },
  })
  if (refusal) return refused(refusal)
  if (text === '' && !WITHOUT_WORDS.has(type)) return refused('words_missing')
  const evidence = evidenceOf(wish.evidence)
  if (!evidence || evidence.length > MOST_EVIDENCE) return refused('unknown_code')
  const words = { text, evidence }
  const taken = { code, type, rule, cause, words, expectedVersion, by: staff.id, sides }
  return await stepped(asking, command, taken)
}

async function isOfOutlet(asking: Asking & { readonly staff: Staff }, code: string) {
  return (await whyNotAtOutlet(asking, code, 'qualification.answer')) === null
}

/** A step of the head office about an outlet, by a named person; one who is of the outlet too may take none. */
export async function stepQualification(
  asking: Asking & { readonly staff: Staff },
  wish: QualificationWish,
): Promise<QualificationTask> {
  const refusal = whyNotEverywhere(asking.staff, 'qualification.act') ? 'not_your_role' : null
  const also = !refusal && (await isOfOutlet(asking, wish.code)) ? (['outlet'] as const) : []
  return await said(asking, wish, { sides: ['hq', ...also], refusal })
}

/** What the outlet has to say: its reply, its appeal. */
export async function answerQualification(
  asking: Asking & { readonly staff: Staff },
  wish: QualificationWish,
): Promise<QualificationTask> {
  const why = await whyNotAtOutlet(asking, wish.code, 'qualification.answer')
  const refusal = why === 'out_of_scope' ? 'unknown_outlet' : why
  return await said(asking, wish, { sides: ['outlet'], refusal })
}

/** What the clock has to say: that a time is over. */
export async function missDeadline(asking: Asking, code: string): Promise<QualificationTask> {
  const command = await commandOf({
    ...{ name: 'miss_qualification_deadline', key: null, actor: 'system', now: asking.now },
    body: { code },
  })
  const nothing = { rule: null, cause: null, words: null, expectedVersion: null }
  return await stepped(asking, command, {
    ...{ ...nothing, code, type: 'miss', by: 'system', sides: ['system'] },
  })
}
