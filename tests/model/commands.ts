import fc from 'fast-check'
import { askInTime, carryCommand } from './carry-out.ts'
import { carryRace } from './carry-race.ts'
import { checkAll } from './check-all.ts'
import { look, lookUp, operate } from './look.ts'
import type { Model } from './model.ts'
import { LEFT_ALONE_MS, runMinute } from './run-minute.ts'
import { sweep } from './sweep.ts'
import { WISHES, type Wish } from './wish.ts'
import type { World } from './world.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long each wait is, least and most. */
const SPANS = {
  minutes: [MINUTE_MS, 25 * MINUTE_MS],
  hours: [HOUR_MS, 5 * HOUR_MS],
  night: [11 * HOUR_MS, 13 * HOUR_MS],
  day: [DAY_MS, DAY_MS],
  days: [2 * DAY_MS, 5 * DAY_MS],
  fortnight: [14 * DAY_MS, 16 * DAY_MS],
  quarter: [91 * DAY_MS, 95 * DAY_MS],
} as const

/** Everything is compared so often; and at the end. */
const CHECK_EVERY = 8

async function carryWish(world: World, model: Model, wish: Wish): Promise<unknown> {
  switch (wish.kind) {
    case 'command':
      return await carryCommand(world, model, wish)
    case 'race':
      return await carryRace(world, model, wish)
    case 'minute':
      return await runMinute(world, model, wish)
    case 'wait': {
      const [least, most] = SPANS[wish.span]
      const waits = least + Math.floor(((most - least) * wish.part) / 10_000)
      await askInTime(world, model, model.now + waits + HOUR_MS)
      model.now += waits
      return new Date(model.now).toISOString()
    }
    case 'look_up':
      return await lookUp(world, model, wish)
    case 'look':
      return await look(world, model, wish)
    case 'operate':
      return await operate(world, model, wish)
    case 'sweep':
      return await sweep(world, model, wish.ticket)
  }
}

export type ModelCommand = fc.AsyncCommand<Model, World>

/** A wish as fast-check runs it. */
export function modelCommand(wish: Wish): ModelCommand {
  return {
    check: () => true,
    run: async (model, world) => {
      model.commands += 1
      model.now += 1
      model.trace.push(JSON.stringify(wish))
      const came = await carryWish(world, model, wish)
      model.trace.push(`  ${model.now}: ${JSON.stringify(came)}`)
      const isClock = wish.kind === 'minute' && model.now > model.clockBrokeAt + LEFT_ALONE_MS
      if (isClock || model.commands % CHECK_EVERY === 0) {
        await checkAll(world, model, { isUpToDate: isClock })
      }
    },
    toString: () => JSON.stringify(wish),
  }
}

export const modelCommands = fc.oneof(
  ...WISHES.map(({ weight, arbitrary }) => ({
    weight,
    arbitrary: (arbitrary as fc.Arbitrary<Wish>).map(modelCommand),
  })),
)
