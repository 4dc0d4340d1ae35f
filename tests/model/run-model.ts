import fc from 'fast-check'
import { BEGINNING } from '#support/repair-actions.ts'
import { askAgain } from './carry-out.ts'
import { checkAll } from './check-all.ts'
import { checkHours } from './check-messages.ts'
import { modelCommands } from './commands.ts'
import { aModel, type Model } from './model.ts'
import { foundNetwork } from './network.ts'
import { readRecords } from './records.ts'
import { drain } from './run-minute.ts'
import { allOf, type World } from './world.ts'

/** What callers never heard is asked again, messages go out, and everything is compared once more. */
async function finish(world: World, model: Model): Promise<void> {
  for (const one of model.remembered) {
    if (one.known.kind === 'unknown') await askAgain(world, model, one)
  }
  await checkAll(world, model, { isUpToDate: false })
  await drain(world, model, async () => {
    const records = await readRecords(world)
    return records.some(({ outbox }) => outbox.some(({ state }) => state === 'waiting'))
  })
  await checkAll(world, model, { isUpToDate: true })
  checkHours(await readRecords(world), model.receiver)
}

export type Plan = {
  readonly world: World
  /** Commands to be run at least. */
  readonly commands: number
  readonly seed: number
}

export type Ran = {
  readonly commands: number
  readonly runs: number
  readonly repairs: number
  readonly events: number
  /** How often each kind of event happened. */
  readonly kinds: Readonly<Record<string, number>>
}

const MOST_AT_ONCE = 400
/** A failed run is made smaller for so long. */
const SHRINK_MS = 60_000

/** Runs the model against the databases, run after run, until so many commands were carried out. */
export async function runModel({ world, commands: wanted, seed }: Plan): Promise<Ran> {
  const kinds: Record<string, number> = {}
  const ran = { commands: 0, runs: 0, repairs: 0, events: 0, kinds }
  const run = async (commands: Iterable<fc.AsyncCommand<Model, World>>) => {
    await foundNetwork(allOf(world))
    const model = aModel(BEGINNING, seed)
    try {
      await fc.asyncModelRun(() => ({ model, real: world }), commands)
      await finish(world, model)
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${model.trace.join('\n')}`, { cause: error })
    }
    const records = await readRecords(world)
    ran.commands += model.commands
    ran.runs += 1
    ran.repairs += records.reduce((sum, { repairs }) => sum + repairs.length, 0)
    for (const { type } of records.flatMap(({ events }) => events)) {
      ran.events += 1
      kinds[type] = (kinds[type] ?? 0) + 1
    }
  }
  const lists = fc.commands([modelCommands], {
    maxCommands: Math.min(MOST_AT_ONCE, 2 * wanted),
    size: 'max',
  })
  for (let round = 0; ran.commands < wanted; round++) {
    await fc.assert(fc.asyncProperty(lists, run), {
      seed: seed + round,
      numRuns: 1,
      interruptAfterTimeLimit: SHRINK_MS,
    })
  }
  return ran
}
