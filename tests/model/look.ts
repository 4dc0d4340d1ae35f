import { listSlots } from '#functions/bookings/list-slots.ts'
import { commandOf } from '#functions/db/command-record.ts'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { resumeOutlet } from '#functions/outlets/resume-outlet.ts'
import { suspendOutlet } from '#functions/outlets/suspend-outlet.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import { lookUpRepair } from '#functions/repairs/look-up-repair.ts'
import { openLink } from '#functions/repairs/open-link.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { ticketAt } from './aim.ts'
import { freeSeats } from './check-slots.ts'
import { must } from './judge.ts'
import type { Model } from './model.ts'
import { VISITED } from './network.ts'
import { peekAt } from './peek.ts'
import { readRecords } from './records.ts'
import type { Wish } from './wish.ts'
import { sourcesOf, type World } from './world.ts'

type Of<Kind extends Wish['kind']> = Extract<Wish, { kind: Kind }>

const HOUR_MS = 3_600_000
const MOST_MISSES = 5

/** A code that nobody was given; its check symbol isn't asked for here. */
const UNKNOWN = '07ZZZZZZZZZZ0'

/** Five tries lock for an hour, five earlier ones too, and each five more double it up to sixteen hours. */
const lastsMs = (earlier: number): number =>
  HOUR_MS * 2 ** Math.min(Math.max(Math.floor(earlier / MOST_MISSES) - 1, 0), 4)

/** The tries that count now; a day without any after the last ones forgets them all. */
function standingAt(now: number, known: ReturnType<Model['misses']['get']>) {
  if (!known) return { count: 0, firstAt: now, earlier: 0 }
  const until = known.firstAt + lastsMs(known.earlier)
  if (until > now) return known
  const earlier = Math.min(known.earlier + Math.min(known.count, MOST_MISSES), 5 * MOST_MISSES)
  return { count: 0, firstAt: now, earlier: until + 24 * HOUR_MS > now ? earlier : 0 }
}

/** Wrong tries lock a code, right ones count nothing. */
function expectedOf(model: Model, code: string, isRight: boolean): 'found' | 'miss' | 'locked' {
  const { now, misses } = model
  const standing = standingAt(now, misses.get(code))
  const counted = isRight ? standing : { ...standing, count: standing.count + 1 }
  if (!isRight) misses.set(code, counted)
  if (counted.count >= MOST_MISSES) return 'locked'
  return isRight ? 'found' : 'miss'
}

/** A customer's code and digits, right or wrong, some times in a row. */
export async function lookUp(world: World, model: Model, wish: Of<'look_up'>): Promise<unknown> {
  const ticket = wish.isKnown ? ticketAt(model, wish.ticket) : null
  const code = ticket?.code ?? UNKNOWN
  const heard: string[] = []
  for (const right of wish.tries) {
    const isRight = ticket !== null && right
    const last4 = isRight ? ticket.last4 : '1234'
    const { rows, answer } = await lookUpRepair(sourcesOf(world, model), { code, last4 })
    const { kind } = answer(await writeRows(rows[0].database, rows))
    const expected = expectedOf(model, code, isRight)
    must(kind === expected, () => `looked up ${code}: ${kind}, not ${expected}`)
    heard.push(kind)
  }
  return heard
}

async function lookAtSlots(world: World, model: Model, pick: number): Promise<unknown> {
  const outlet = VISITED[pick % VISITED.length]!
  const sources = sourcesOf(world, model)
  const wish = { outletCode: outlet.code, service: 'repair', from: null, days: 3 } as const
  const offer = await listSlots(sources, wish)
  if (offer.kind === 'refused') return offer.refusal
  const records = await readRecords(world)
  for (const { startsAt, free } of offer.days.flatMap(({ slots }) => slots)) {
    const due = freeSeats(records, { outlet: outlet.code, at: startsAt, now: model.now })
    must(free === due, () => `${outlet.code} at ${startsAt}: ${free} free, should be ${due}`)
  }
  return offer.days.length
}

async function lookAtPage(sources: Sources, world: World, code: string): Promise<unknown> {
  const shown = await showRepair(sources, code)
  const { repair } = await peekAt(world, code)
  const { version } = repair
  must(shown?.repair.version === version, () => `${code}: another version is shown`)
  must(shown?.events.length === version, () => `${code}: not all events are shown`)
  return version
}

const LINK_MS = 90 * 24 * HOUR_MS

async function followLink(sources: Sources, world: World, code: string): Promise<unknown> {
  const { repair } = await peekAt(world, code)
  const token = await linkToken(sources.keys, { code, purpose: 'status', askVersion: null })
  const opened = await openLink(sources, token)
  const { closedAt } = repair
  const isOpen = closedAt === null || closedAt + LINK_MS > sources.now
  must(opened.kind === (isOpen ? 'open' : 'gone'), () => `link of ${code}: ${opened.kind}`)
  return opened.kind
}

/** Reads as pages and links do. */
export async function look(world: World, model: Model, wish: Of<'look'>): Promise<unknown> {
  if (wish.what === 'slots') return await lookAtSlots(world, model, wish.pick)
  const ticket = ticketAt(model, wish.pick)
  if (!ticket) return 'nobody to ask about'
  const read = wish.what === 'page' ? lookAtPage : followLink
  return await read(sourcesOf(world, model), world, ticket.code)
}

/** Suspends an outlet for some days, or opens it again. */
export async function operate(world: World, model: Model, wish: Of<'operate'>): Promise<unknown> {
  const { now } = model
  const { hub } = sourcesOf(world, model)
  const { code } = VISITED[wish.outlet % VISITED.length]!
  const row = await hub.d1
    .prepare('SELECT version FROM outlets WHERE code = ?1')
    .bind(code)
    .first<{ version: number }>()
  const expectedVersion = row?.version ?? 0
  const until = new Date(now + (wish.days + 1) * 24 * HOUR_MS).toISOString().slice(0, 10)
  const key = `operate-${model.commands}`
  const command = await commandOf({ name: 'operate', key, body: wish, actor: 'stf_manager', now })
  const proposal = wish.isOpen
    ? await resumeOutlet(hub, command, { code, expectedVersion })
    : await suspendOutlet(hub, command, { code, expectedVersion, from: null, until, reason: null })
  return await carryOut({ database: hub, command, proposal })
}
