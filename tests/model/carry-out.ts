import { RECORDS_KEPT_MS } from '#functions/sweep-what-lapsed.ts'
import { aim, altered } from './aim.ts'
import { type Answered, type Asked, carry, codeOf, hasKey } from './asked.ts'
import { BrokenOff, breakingWire, type Fault } from './faults.ts'
import { judge, judgeAgain } from './judge.ts'
import type { Model, Remembered } from './model.ts'
import { peekAt } from './peek.ts'
import type { CommandWish, Single } from './wish.ts'
import { sourcesOf, type Wire, type World } from './world.ts'

/** Carries a command out over a wire; null = the connection broke, and nobody knows. */
export async function attempt(
  world: World,
  model: Model,
  { asked, wire }: { readonly asked: Asked; readonly wire: Wire },
): Promise<Answered | null> {
  const { now, randomByte } = model
  try {
    return await carry(sourcesOf(world, { now, randomByte, wire }), asked)
  } catch (error) {
    if (error instanceof BrokenOff) return null
    throw error
  }
}

/** Whoever was dealt with last comes first again, and what is closed last. */
function dealtWith({ tickets }: Model, code: string, isClosed: boolean): void {
  const place = tickets.findIndex((ticket) => ticket.code === code)
  const [ticket] = place < 0 ? [] : tickets.splice(place, 1)
  if (!ticket) return
  if (isClosed) tickets.unshift(ticket)
  else tickets.push(ticket)
}

/** What a caller learns from an answer: a code to come back with, a hold to book with. */
export function learn(model: Model, { asked, known }: Remembered): void {
  if (known.kind !== 'done') return
  const code = codeOf(asked)
  if (code !== null)
    dealtWith(model, code, (known.answer as { status: string }).status === 'closed')
  if (asked.use === 'book' || asked.use === 'mail_in') {
    const { code } = known.answer as { code: string }
    if (model.tickets.some((ticket) => ticket.code === code)) return
    const dial = asked.input.contact.phone.dial.split(',')[0] ?? ''
    model.tickets.push({ code, last4: dial.slice(-4) })
  }
  if (asked.use === 'hold') {
    const { id, service, expiresAt } = known.answer as Model['holds'][number]
    if (!model.holds.some((held) => held.id === id)) model.holds.push({ id, service, expiresAt })
  }
}

export function remember(model: Model, one: Remembered): void {
  learn(model, one)
  if (hasKey(one.asked)) model.remembered.push(one)
}

type First = { readonly asked: Asked; readonly wish: Single }

/** Asks for the first time: alone, so that the answer can be judged by what stood before. */
async function askFirst(world: World, model: Model, { asked, wish }: First, command: CommandWish) {
  const fault: Fault | null = hasKey(asked) ? command.fault : null
  const code = codeOf(asked)
  const before = code === null ? null : await peekAt(world, code)
  const { wire, broke } = breakingWire(fault)
  const answered = await attempt(world, model, { asked, wire })
  const one: Remembered = { asked, known: answered ?? { kind: 'unknown' }, at: model.now }
  if (answered && !broke()) {
    const isPlausible = wish.kind === 'step' && wish.isPlausible && wish.isRightPerson
    judge(asked, answered, { before, now: model.now, isPlausible })
  }
  remember(model, one)
  if (!answered && command.isPatient) await askAgain(world, model, one)
  return one
}

/** Asks again under the same key, over a connection that holds. */
export async function askAgain(world: World, model: Model, one: Remembered): Promise<void> {
  model.now += 1
  const answered = await attempt(world, model, { asked: one.asked, wire: (d1) => d1 })
  if (!answered) throw new Error('broken off without a fault')
  judgeAgain(one, { answered, isAltered: false })
  if (one.known.kind !== 'done') one.known = answered
  learn(model, one)
}

/** Whoever never heard asks again while the record of the command still tells. */
export async function askInTime(world: World, model: Model, until: number): Promise<void> {
  for (const one of model.remembered) {
    const isUrgent = one.known.kind === 'unknown' && one.at + RECORDS_KEPT_MS <= until
    if (isUrgent) await askAgain(world, model, one)
  }
}

async function askOtherwise(world: World, model: Model, one: Remembered): Promise<void> {
  const other = altered(one.asked)
  if (!other || one.known.kind !== 'done') return
  const answered = await attempt(world, model, { asked: other, wire: (d1) => d1 })
  if (answered) judgeAgain(one, { answered, isAltered: true })
}

/** A single command; answers what was asked and what came of it, to be shown where a run fails. */
export async function carryCommand(
  world: World,
  model: Model,
  command: CommandWish,
): Promise<unknown> {
  const { wish } = command
  if (wish.kind === 'again') {
    const one = model.remembered[wish.which % Math.max(1, model.remembered.length)]
    if (!one) return 'nothing to ask again'
    if (one.at + RECORDS_KEPT_MS <= model.now + 1) return 'too long ago to be told by its record'
    const was = one.known
    await (wish.isAltered ? askOtherwise : askAgain)(world, model, one)
    return [one.asked, was, one.known]
  }
  const asked = await aim(world, model, { wish, key: `key-${model.commands}` })
  if (!asked) return 'nobody to ask about'
  const one = await askFirst(world, model, { asked, wish }, command)
  return [one.asked, one.known]
}
