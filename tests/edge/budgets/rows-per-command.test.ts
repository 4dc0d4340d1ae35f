import { beforeAll, describe, expect, it } from 'vitest'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { addRepairs } from '../support/many-repairs.ts'
import { type Cost, costsOfCommands } from '../support/rows-of-commands.ts'
import snapshot from './rows-per-command.json'

const recorded: Readonly<Record<string, Cost>> = snapshot.commands

/** Rows written at most, by design: nine, and one for each index that the desk needs beside. */
const MOST_STEP_WRITES = 11
/** Commands that begin or end something may write more. */
const MOST_WRITTEN: Readonly<Record<string, number>> = {
  hold: 3,
  book: 22,
  book_without_hold: 22,
  request_mail_in: 22,
  receive: 19,
  receive_mail_in: 17,
  hand_over: 16,
  lookup_hit: 0,
  lookup_miss: 1,
  list_slots: 0,
  show: 0,
  open_link: 0,
}
/** Rows read at most; docs/decisions/rows-per-command.md says why a few may read more. */
const MOST_READ = 8
const READS_MORE_THAN_MOST: Readonly<Record<string, number>> = {
  hold: 9,
  book: 10,
  book_without_hold: 13,
  cancel: 9,
  move: 16,
  receive: 12,
}
/** Reads that grow with what they show: a repair's events, an outlet's week of slots. */
const READS_MORE = new Set(['list_slots', 'show'])

async function costsAmong(repairs: number): Promise<Readonly<Record<string, Cost>>> {
  await fillHub([aCounter({ counterSeats: 50 }), aMailInCentre()])
  await addRepairs(repairs)
  return await costsOfCommands()
}

describe.each([1_000, 100_000])('among %i repairs', (repairs) => {
  let costs: Readonly<Record<string, Cost>> = {}
  beforeAll(async () => {
    costs = await costsAmong(repairs)
  }, 120_000)

  it('each command costs what is on record: whoever makes it dearer writes down why', () => {
    expect(costs).toEqual(recorded)
  })

  it('no command writes more rows than designed, or takes more than one trip each way', () => {
    for (const [name, { trips, written }] of Object.entries(costs)) {
      expect(written, name).toBeLessThanOrEqual(MOST_WRITTEN[name] ?? MOST_STEP_WRITES)
      expect(trips, name).toBeLessThanOrEqual(2)
    }
  })

  it('no command reads more than eight rows', () => {
    for (const [name, { read }] of Object.entries(costs)) {
      if (!READS_MORE.has(name))
        expect(read, name).toBeLessThanOrEqual(READS_MORE_THAN_MOST[name] ?? MOST_READ)
    }
  })
})
