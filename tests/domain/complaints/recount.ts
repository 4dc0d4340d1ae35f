import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Shanghai has kept UTC+8 since 1991: days can be told without any table of zones. */
const dayOf = (at: number): string => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 10)
const endOf = (day: string): number => Date.parse(`${day}T23:59:59.999+08:00`)

type Word = {
  due: number
  met: number | null
  ended: number | null
  late: boolean
  /** Whom it stands for, once it was missed there and the complaint went elsewhere. */
  missedAt?: string | null
}
type Round = {
  outlet: string | null
  opened: number
  contact: Word | null
  report: Word | null
  answer: Word
  answeredAt: number | null
}

type Facts = {
  anonymous: boolean
  legal: string | null
  urgent: boolean
  outlet: string | null
  registered: number
  isCounted: boolean
}

const word = (due: number): Word => ({ due, met: null, ended: null, late: false })

function answerDue(opened: number, { urgent, legal }: Facts): number {
  const usual = opened + (urgent ? 2 : 5) * DAY_MS
  const byLaw = legal === null ? usual : endOf(legal)
  return byLaw < opened ? usual : Math.min(usual, byLaw)
}

function open(opened: number, facts: Facts): Round {
  const contact = facts.anonymous ? null : word(opened + (facts.urgent ? 2 : 24) * HOUR_MS)
  return {
    ...{ outlet: facts.outlet, opened, contact, report: null, answeredAt: null },
    answer: word(answerDue(opened, facts)),
  }
}

const meet = (one: Word | null, at: number): void => {
  if (one && one.met === null) one.met = at
}

const end = (round: Round, at: number): void => {
  for (const one of [round.contact, round.report, round.answer]) {
    if (one && one.met === null && one.due >= at) one.ended = at
  }
}

/** What was missed by now is left behind with the outlet that missed it. */
function give(round: Round, outlet: string | null, at: number): void {
  if (round.outlet === outlet) return
  for (const one of [round.contact, round.report, round.answer]) {
    if (one && one.missedAt === undefined && (one.met ?? at) > one.due) one.missedAt = round.outlet
  }
  round.outlet = outlet
}

/** What one event means for figures, by its name, its time and the codes that it carries. */
function tell(rounds: Round[], facts: Facts, { type, happenedAt: at, data }: ComplaintEvent): void {
  const round = rounds.at(-1)
  if (!round) return
  switch (type) {
    case 'complaint.dispatched': {
      facts.outlet = data.outlet
      give(round, data.outlet, at)
      if (data.urgent === null || facts.urgent) break
      facts.urgent = true
      if (round.contact) round.contact.due = round.opened + 2 * HOUR_MS
      round.answer.due = answerDue(round.opened, facts)
      break
    }
    case 'complaint.contacted':
    case 'complaint.contact_missed':
      meet(round.contact, at)
      break
    case 'complaint.assigned':
      facts.outlet = data.outlet
      give(round, data.outlet, at)
      round.report ??= word(at + 2 * DAY_MS)
      break
    case 'complaint.reported':
      meet(round.report, at)
      break
    case 'complaint.sent_back':
      if (round.report) round.report.met = null
      break
    case 'complaint.answered':
      meet(round.answer, at)
      round.answeredAt = at
      break
    case 'complaint.disagreed':
    case 'complaint.reopened':
      if (data.status === 'closed') end(round, at)
      else rounds.push(open(at, facts))
      facts.isCounted = true
      break
    case 'complaint.merged':
    case 'complaint.reclassified':
      facts.isCounted = false
      end(round, at)
      break
    case 'complaint.agreed':
    case 'complaint.left_unanswered':
    case 'complaint.withdrawn':
      end(round, at)
      break
    default:
  }
}

/** Counts a complaint's figures anew from the bare list of what happened, in Shanghai. */
export function recount(events: readonly ComplaintEvent[]): Readonly<Record<string, number>> {
  const [first] = events
  const said = first?.data.registered
  if (!first || !said) return {}
  const facts: Facts = {
    ...{ anonymous: said.anonymous, legal: said.legalDate, outlet: said.outlet },
    ...{ urgent: said.urgent !== null, registered: first.happenedAt, isCounted: true },
  }
  const rounds = [open(said.receivedAt, facts)]
  for (const event of events) tell(rounds, facts, event)
  const found: Record<string, number> = {}
  const add = (outlet: string | null, day: string, measure: string) => {
    const key = `${outlet ?? 'none'} ${day} ${measure}`
    found[key] = (found[key] ?? 0) + 1
  }
  if (facts.isCounted) add(facts.outlet, dayOf(facts.registered), 'complaints_registered')
  for (const round of rounds) {
    for (const name of ['contact', 'report', 'answer'] as const) {
      const one = round[name]
      if (!one || one.ended !== null) continue
      const outlet = one.missedAt === undefined ? round.outlet : one.missedAt
      add(outlet, dayOf(one.due), `complaint_${name}_due`)
      if (one.met !== null && one.met <= one.due)
        add(outlet, dayOf(one.due), `complaint_${name}_in_time`)
    }
    if (round.answeredAt !== null) add(round.outlet, dayOf(round.answeredAt), 'complaints_answered')
  }
  return found
}
