import { eachMinute } from '#functions/each-minute.ts'
import type { Adapter } from '#functions/messages/adapters/adapter.ts'
import { BrokenOff, breakingWire } from './faults.ts'
import type { Model } from './model.ts'
import { adapterTo, type Way } from './receiver.ts'
import type { Wish } from './wish.ts'
import { sourcesOf, type World } from './world.ts'

/** The gateway, failing in turn in the ways given. */
export function adapterOf(model: Model, ways: readonly Way[]): Adapter {
  let turn = 0
  return adapterTo(model.receiver, {
    now: model.now,
    wayOf: () => ways[turn++ % ways.length] ?? 'fine',
  })
}

type MinuteWish = Extract<Wish, { kind: 'minute' }>

/** The clock of a minute, perhaps twice side by side, perhaps broken off somewhere. */
export async function runMinute(world: World, model: Model, wish: MinuteWish): Promise<unknown> {
  const { now, randomByte } = model
  const run = async () => {
    const { wire, broke } = breakingWire(wish.fault)
    try {
      await eachMinute(sourcesOf(world, { now, randomByte, wire }), adapterOf(model, wish.ways))
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error
    }
    return broke()
  }
  const broken = await Promise.all(wish.isTwice ? [run(), run()] : [run()])
  if (!broken.some(Boolean) && !wish.isTwice) return 'done'
  model.clockBrokeAt = now
  return 'broken off, or twice'
}

/** What a clock couldn't do is left alone for an hour. */
export const LEFT_ALONE_MS = 3_600_001
const STEP_MS = 6 * 3_600_000
const MOST_STEPS = 80

/** Lets time pass over connections that hold until no message waits any more. */
export async function drain(world: World, model: Model, isWaiting: () => Promise<boolean>) {
  model.now += LEFT_ALONE_MS
  for (let step = 0; step < MOST_STEPS; step++) {
    const { now, randomByte } = model
    await eachMinute(sourcesOf(world, { now, randomByte }), adapterOf(model, ['fine']))
    if (!(await isWaiting())) return
    model.now += STEP_MS
  }
  throw new Error(`messages wait after ${MOST_STEPS} runs`)
}
