import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Database } from '#functions/db/database.ts'
import type { Databases } from '#functions/db/databases.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { type VoicePhotoRow, voicePhotosOf } from './photo-store.ts'
import {
  addVoiceWords,
  insertVoice,
  type VoicePrivateRow,
  voicePrivateByCode,
  voicePrivateFromRow,
} from './private-store.ts'
import type { VoicePrivate } from './voice-private.ts'

export type { VoicePhotoRow } from './photo-store.ts'
export type { VoicePrivateRow } from './private-store.ts'

/** Where everything about something that was said lies. */
export const databaseOfVoice = (
  databases: Databases,
  { code }: { readonly code: string },
): Database => databases.of(bucketOfTicket(code))

/** The row of everything personal about something that was said. */
export const voiceRow = (database: Database, code: string, personal: VoicePrivate): Prepared =>
  insertVoice(database, code, personal)

/** The row that keeps the words of a step beside those before. */
export const wordsRow = (
  database: Database,
  code: string,
  words: Readonly<Record<string, string>>,
): Prepared => addVoiceWords(database, code, words)

/** The read of it, for the trip in which another capability loads its own. */
export const voiceRead = (database: Database, code: string): Prepared<VoicePrivateRow> =>
  voicePrivateByCode(database, code)

/** What that read answered; null = erased. */
export const readVoice = ([row]: readonly VoicePrivateRow[]): VoicePrivate | null =>
  row ? voicePrivateFromRow(row) : null

/** The read of its photos, for the same trip; without their private row there are none. */
export const photosRead = (database: Database, code: string): Prepared<VoicePhotoRow> =>
  voicePhotosOf(database, code)
