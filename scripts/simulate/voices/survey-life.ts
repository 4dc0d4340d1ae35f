import { suspicionOf } from '#domain/feedback/suspicion.ts'
import { keptWallTimeIn } from '#domain/outlets/kept-wall-time.ts'
import { decideSurvey, type SurveyAction, type SurveyActor } from '#domain/surveys/decide-survey.ts'
import type { QuestionId, Scores } from '#domain/surveys/questions.ts'
import {
  deskDueAt,
  isOpen,
  type Survey,
  type Surveyed,
  surveyDueAt,
} from '#domain/surveys/survey.ts'
import type { WantedSurvey } from '#domain/surveys/wanted-survey.ts'
import type { Life } from '../agenda.ts'
import { aboutMedian, clamp, waitOf } from '../chances.ts'
import { RefusedStep, record } from '../ledger.ts'
import { minuteAfter } from '../lives/asking.ts'
import type { Case } from '../sim-case.ts'
import { linkHash } from '../sim-keys.ts'
import { DAY_MS, type EndedVoice, HOUR_MS, MINUTE_MS, type World } from '../world.ts'
import { complaining } from './complaint-life.ts'
import { CONTENT_WORDS, GRIEVANCE_WORDS } from './voice-words.ts'

const BY_SYSTEM: SurveyActor = { id: 'system', role: 'system' }
const BY_CUSTOMER: SurveyActor = { id: 'customer', role: 'customer' }
const QUALITY: SurveyActor = { id: 'stf_demo_quality', role: 'staff' }

/** Of those invited, and of those reminded: together about 17 of 100 answer. */
const ANSWERS_FIRST = 0.115
const ANSWERS_REMINDED = 0.065

type Asked = { readonly world: World; readonly own: Case; readonly words: Record<string, string> }
type Written = { survey: Survey; writtenAt: number }

function take(
  { world }: Asked,
  kept: Written | null,
  { action, at, actor }: { action: SurveyAction; at: number; actor: SurveyActor },
): Written {
  const decision = decideSurvey(kept?.survey ?? null, action, { now: at, actor })
  if (!decision.ok) throw new RefusedStep(decision.refusal, { action, at, survey: kept?.survey })
  const written = kept ?? { survey: decision.survey, writtenAt: at }
  written.survey = decision.survey
  written.writtenAt = at
  for (const event of decision.events) {
    record(world, event, { recordedAt: at, actor: actor.id })
  }
  return written
}

function write({ world, own, words }: Asked, { survey, writtenAt }: Written): void {
  const { sink, keys, tally } = world
  const { outlet, country } = own.home
  tally.surveys += 1
  if (survey.firstAnsweredAt !== null) tally.answers += 1
  const { id, version, status, endedAt } = survey
  sink.put('surveys', [
    ...([id, version, status, survey.outlet, survey.repairCode, outlet.zone, country] as const),
    ...([
      own.customer.locale,
      JSON.stringify(survey),
      surveyDueAt(survey),
      endedAt,
      writtenAt,
    ] as const),
    ...([survey.firstAnsweredAt, deskDueAt(survey)] as const),
  ])
  if (Object.keys(words).length > 0) {
    sink.put('voices_private', [id, null, JSON.stringify(words), null])
  }
  if (isOpen(survey, world.until)) {
    sink.put('voice_links', [
      linkHash(keys, `voice/survey/${id}`),
      `survey/${id}`,
      survey.invitedAt,
    ])
  }
}

/** What somebody as content as this chooses: satisfaction, effort, recommendation, two qualities. */
function scoresOf({ mood, random }: Case, questions: readonly QuestionId[]): Scores {
  const felt = () => clamp(mood + (random.next() - 0.5) * 0.3, 0, 1)
  const onScale = (low: number, high: number) => Math.round(low + felt() * (high - low))
  const scores: Partial<Record<QuestionId, number>> = {}
  for (const question of questions) {
    if (question !== 'csat' && random.chance(0.04)) continue
    if (question === 'csat') scores[question] = clamp(onScale(0, 6), 1, 5)
    else if (question === 'nps') scores[question] = onScale(0, 10)
    else scores[question] = onScale(1, 7)
  }
  return scores
}

function commentOf({ mood, random, grievance, customer }: Case): string | null {
  if (!random.chance(mood < 0.45 ? 0.4 : 0.2)) return null
  const words = mood < 0.5 && grievance ? GRIEVANCE_WORDS[grievance] : random.pick(CONTENT_WORDS)
  return words[customer.locale]
}

function answer(asked: Asked, kept: Written, at: number): void {
  const { own, words } = asked
  const comment = commentOf(own)
  if (comment !== null) words['comment'] = comment
  take(asked, kept, {
    ...{ at, actor: BY_CUSTOMER },
    action: {
      ...{ type: 'answer', scores: scoresOf(own, kept.survey.questions), isDone: true },
      ...{
        hasComment: comment !== null,
        isSuspicious: comment !== null && suspicionOf(comment) !== null,
      },
    },
  })
}

/** Who gave 1 or 2 is called back, mostly within the day; what sounded like a complaint is decided on. */
function* afterAnswer(asked: Asked, kept: Written): Generator<number, void, void> {
  const { own, world } = asked
  const { random, home } = own
  const answeredAt = kept.writtenAt
  if (kept.survey.suspicion?.state === 'open') {
    const at = answeredAt + random.between(2, 22) * HOUR_MS
    yield at
    const confirmed = random.chance(0.35)
    const code = confirmed ? complain(world, own, kept.survey.id, at) : null
    const action = { type: 'decide_suspicion', confirmed, complaint: code } as const
    take(asked, kept, { action, at, actor: QUALITY })
  }
  for (let tried = 0; tried < 3 && kept.survey.callback?.doneAt === null; tried++) {
    const isKept = tried > 0 || random.chance(home.manner.keepsWord)
    const since =
      Math.max(kept.writtenAt, answeredAt) +
      (isKept ? random.between(1, 14) : random.between(26, 60)) * HOUR_MS
    const at = isKept
      ? Math.min(home.clock.next(since), Math.max(kept.writtenAt, answeredAt + 23 * HOUR_MS))
      : home.clock.next(since)
    yield at
    const outcome =
      tried === 2 || random.chance(0.6)
        ? 'solved'
        : random.pick(['reached', 'not_reached'] as const)
    const actor: SurveyActor = { id: home.manager.id, role: 'staff' }
    take(asked, kept, { action: { type: 'try_callback', outcome, complaint: null }, at, actor })
  }
}

function complain(world: World, own: Case, survey: string, at: number): string {
  let registered = ''
  const life = complaining(world, own, at, {
    source: { survey },
    onCode: (code) => {
      registered = code
    },
  })
  const first = life.next()
  if (!first.done) world.agenda.begin(first.value, life)
  return registered
}

/** One survey from its invitation on: answered, reminded, answered, or run out. */
function* surveying(
  asked: Asked,
  { id, about, at }: { readonly id: string; readonly about: Surveyed; readonly at: number },
): Life {
  const { world, own } = asked
  const { random } = own
  const kept = take(asked, null, { action: { type: 'invite', id, about }, at, actor: BY_SYSTEM })
  const finish = () => {
    world.openVoices.delete(finish)
    write(asked, kept)
  }
  world.openVoices.add(finish)
  const isEarly = random.chance(ANSWERS_FIRST)
  if (isEarly) {
    const answeredAt = Math.round(
      at + Math.min(4 * MINUTE_MS + aboutMedian(random, 5 * HOUR_MS, 1.3), 4.5 * DAY_MS),
    )
    yield answeredAt
    answer(asked, kept, answeredAt)
  } else {
    const reminded = minuteAfter(surveyDueAt(kept.survey) ?? at)
    yield reminded
    take(asked, kept, { action: { type: 'remind' }, at: reminded, actor: BY_SYSTEM })
    if (random.chance(ANSWERS_REMINDED)) {
      const answeredAt = Math.round(reminded + Math.min(waitOf(random, 20 * HOUR_MS), 8 * DAY_MS))
      yield answeredAt
      answer(asked, kept, answeredAt)
    } else {
      const over = minuteAfter(kept.survey.expiresAt)
      yield over
      take(asked, kept, { action: { type: 'expire' }, at: over, actor: BY_SYSTEM })
    }
  }
  yield* afterAnswer(asked, kept)
  finish()
}

type About = Omit<Surveyed, 'day' | 'wave'>

/** Asks about something that ended, when its hour is over; until then it is only wanted. */
export function askAbout(
  world: World,
  own: Case,
  { wanted, about }: { readonly wanted: WantedSurvey; readonly about: () => About | null },
): void {
  const { id, dueAt, kind } = wanted
  const at = minuteAfter(dueAt)
  world.wanted.set(id, { dueAt, kind })
  function* asked(): Life {
    world.wanted.delete(id)
    const told = about()
    if (!told) return
    const day = keptWallTimeIn(own.home.outlet.zone, told.endedAt).date
    yield* surveying({ world, own, words: {} }, { id, at, about: { ...told, day, wave: null } })
  }
  world.agenda.begin(at, asked())
}

/** The survey after a repair's ending, unless it went on meanwhile. */
export function surveyAfterRepair(world: World, own: Case, wanted: WantedSurvey): void {
  const version = own.repair?.version
  const about = (): About | null => {
    const { repair } = own
    if (repair?.status !== 'closed' || repair.version !== version || repair.closedAt === null)
      return null
    return {
      ...{
        kind: 'repair',
        touchpoint: 'outlet',
        outlet: repair.homeOutlet,
        repairCode: repair.code,
      },
      ...{ ending: repair.ending, outcome: repair.outcome, endedAt: repair.closedAt },
    }
  }
  askAbout(world, own, { wanted, about })
}

/** The survey about how a complaint was handled, or whether a contact helped. */
export function surveyAfterVoice(world: World, own: Case, ended: EndedVoice): void {
  const { wanted, kind, outlet, touchpoint, endedAt } = ended
  const about = (): About => ({
    ...{ kind, outlet, endedAt, repairCode: own.repair?.code ?? null, ending: null, outcome: null },
    touchpoint: touchpoint ?? (outlet === null ? 'hotline' : 'outlet'),
  })
  askAbout(world, own, { wanted, about })
}
