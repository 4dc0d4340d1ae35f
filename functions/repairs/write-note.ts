import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { turnBoards } from './job-store.ts'
import { insertNote } from './note-store.ts'
import { type AskingStaff, type NotSeen, seeRepair } from './see-repair.ts'

type Asking = AskingStaff & Pick<Sources, 'now' | 'keys' | 'randomByte'>

export type NoteToWrite = {
  readonly code: string
  readonly words: string
  readonly key: string | null
}
export type NoteWritten = { readonly id: string }

const LONGEST = 500
const ID_BYTES = 8

function drawId(randomByte: () => number): string {
  const bytes = Array.from({ length: ID_BYTES }, randomByte)
  return `not_${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/**
 * Leaves words for whoever takes the phone up next: 1 to 500 letters. They are a person's about a
 * customer's phone, so they stand in no event. The same words under the same key are one note.
 */
export async function writeNote(
  asking: Asking,
  { code, words, key }: NoteToWrite,
): Promise<Task<NoteWritten, NotSeen | 'bad_value' | 'key_reused'>> {
  const { staff, now, hub, keys } = asking
  const body = { code, words }
  const mac = (text: string) => keys.mac('repair note', text)
  const command = await commandOf({ name: 'repair.note', key, body, actor: staff.id, now, mac })
  const found = await seeRepair(asking, code, 'repair.note')
  if ('refusal' in found) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: found.refusal } }
  }
  const { database, repair } = found
  const text = words.trim()
  if (text === '' || text.length > LONGEST) {
    return { database, command, proposal: { kind: 'refused', refusal: 'bad_value' } }
  }
  const [kept] = await readTogether([keptAnswer(database, command)])
  const before = replayOf<NoteWritten>(kept, command)
  if (before) return { database, command, proposal: before }
  const id = drawId(asking.randomByte)
  const rows = [
    insertNote(database, [code, now, id, staff.id, text]),
    turnBoards(database, [repair.atOutlet, repair.homeOutlet]),
  ]
  return { database, command, proposal: { kind: 'change', answer: { id }, events: [], rows } }
}
