import { checkClocks } from './check-clocks.ts'
import {
  checkBeside,
  checkImpersonal,
  checkLists,
  checkOnce,
  checkTickets,
} from './check-commands.ts'
import { checkCounts } from './check-counts.ts'
import { checkTold } from './check-events.ts'
import { checkAsked, checkDelivered } from './check-messages.ts'
import { checkSlots } from './check-slots.ts'
import { checkSurveys } from './check-surveys.ts'
import { checkAgreement, checkQueues } from './check-visits.ts'
import type { Model } from './model.ts'
import { readRecords, toldByCode } from './records.ts'
import type { World } from './world.ts'

/** Everything that must hold after any command, of every database. Throws what doesn't. */
export async function checkAll(
  world: World,
  model: Model,
  { isUpToDate }: { readonly isUpToDate: boolean },
): Promise<void> {
  const records = await readRecords(world)
  for (const one of records) {
    const repairs = new Map(one.repairs.map((row) => [row.code, row]))
    const visits = new Map(one.bookings.map((row) => [row.code, row]))
    for (const told of toldByCode(one)) {
      const { code } = told
      checkTold(told, { repair: repairs.get(code), visit: visits.get(code), now: model.now })
      checkAgreement(told, model.now)
    }
    checkSlots(one)
    checkQueues(one)
    checkCounts(one)
    checkAsked(one)
    checkBeside(one)
    checkLists(one)
    checkImpersonal(one)
    checkSurveys(one)
    checkClocks(one, { now: model.now, isUpToDate })
  }
  checkOnce(records)
  checkTickets(records, model)
  checkDelivered(records, model.receiver)
}
