import { eachMinute } from '#functions/each-minute.ts'
import { aim } from './aim.ts'
import { type Answered, type Asked, carry, codeOf, hasKey } from './asked.ts'
import { remember } from './carry-out.ts'
import { must } from './judge.ts'
import { aDie, type Model } from './model.ts'
import { adapterOf } from './run-minute.ts'
import { takingTurns } from './turns.ts'
import type { RaceWish, Single } from './wish.ts'
import { sourcesOf, type Wire, type World } from './world.ts'

type Racing = Exclude<Single, { kind: 'again' }>

/** All about what the first is about, where the race is contested. */
function contested(wish: Racing, first: Racing): Racing {
  const place = { ...('outlet' in first && { outlet: first.outlet, slot: first.slot }) }
  const ticket = { ...('ticket' in first && { ticket: first.ticket }) }
  return { ...wish, ...place, ...ticket } as Racing
}

async function planned(world: World, model: Model, race: RaceWish): Promise<readonly Asked[]> {
  const wishes = race.wishes.filter((wish) => wish.kind !== 'again')
  const [first] = wishes
  const all: Asked[] = []
  for (const [place, one] of wishes.entries()) {
    const wish = race.isContested && first ? contested(one, first) : one
    const key = `key-${model.commands}-${place}`
    const asked = await aim(world, model, { wish, key })
    if (asked) all.push(asked)
  }
  const [same] = all
  return race.isOneKey && same && hasKey(same) ? all.map(() => same) : all
}

type Run = { readonly asked: Asked; readonly answered: Answered }

/** One key has one effect: everybody who asked with it hears the same. */
function judgeOneKey(runs: readonly Run[]): void {
  const [first] = runs
  if (!first || first.asked.use === 'hold') return
  const answers = new Set(
    runs.flatMap(({ answered }) =>
      answered.kind === 'done' ? [JSON.stringify(answered.answer)] : [],
    ),
  )
  must(answers.size <= 1, () => `one key, several answers: ${[...answers]}`)
  const isSplit = answers.size === 1 && runs.some(({ answered }) => answered.kind !== 'done')
  must(
    !isSplit,
    () => `one key, done for some: ${JSON.stringify(runs.map(({ answered }) => answered))}`,
  )
}

/** Of several who saw the same version of one subject, one is heard. */
function judgeVersions(runs: readonly Run[]): void {
  const winners = new Map<string, number>()
  for (const { asked, answered } of runs) {
    if (asked.use !== 'visit' && asked.use !== 'repair') continue
    const { expectedVersion } = asked.input
    if (answered.kind !== 'done' || answered.replayed || expectedVersion === null) continue
    const seen = `${asked.use} ${codeOf(asked)} ${expectedVersion}`
    winners.set(seen, (winners.get(seen) ?? 0) + 1)
  }
  for (const [seen, count] of winners) must(count === 1, () => `${count} were first at ${seen}`)
}

/** Runs commands side by side, perhaps the clock among them; their trips come in a drawn order. */
export async function carryRace(world: World, model: Model, race: RaceWish): Promise<unknown> {
  const all = await planned(world, model, race)
  const die = aDie(race.order)
  const turns = takingTurns((count) => Math.floor(die() * count))
  const { now, randomByte } = model
  const racer = (asked: Asked) => async (wire: Wire) => {
    const answered = await carry(sourcesOf(world, { now, randomByte, wire }), asked)
    return { asked, answered }
  }
  const clock = async (wire: Wire) => {
    await eachMinute(sourcesOf(world, { now, randomByte, wire }), adapterOf(model, ['fine']))
    return null
  }
  const ended = await turns.race<Run | null>([
    ...all.map(racer),
    ...(race.withClock ? [clock] : []),
  ])
  const runs = ended.flatMap((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value ? [one.value] : []
  })
  if (race.withClock) model.clockBrokeAt = now
  const isOneKey = new Set(all).size < all.length
  const heard = runs.find(({ answered }) => answered.kind === 'done') ?? runs[0]
  for (const { asked, answered } of isOneKey && heard ? [heard] : runs) {
    remember(model, { asked, known: answered, at: model.now })
  }
  if (isOneKey) judgeOneKey(runs)
  else judgeVersions(runs)
  return runs
}
