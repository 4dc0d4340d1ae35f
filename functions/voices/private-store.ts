import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'
import type { VoiceContact, VoicePrivate } from './voice-private.ts'

export type VoicePrivateRow = {
  readonly contact: string | null
  readonly words: string
  readonly consent: string | null
}

export const statements = {
  insertVoice: statement<
    [code: string, contact: string | null, words: string, consent: string | null]
  >(`INSERT INTO voices_private (code, contact, words, consent) VALUES (?1, ?2, ?3, ?4)`, [
    '0123456789ABC',
    null,
    '{}',
    null,
  ]),
  addVoiceWords: statement<[code: string, words: string]>(
    `INSERT INTO voices_private (code, contact, words, consent) VALUES (?1, NULL, ?2, NULL)
     ON CONFLICT (code) DO UPDATE SET words = json_patch(words, ?2)`,
    ['0123456789ABC', '{}'],
  ),
  reviseVoiceContact: statement<[code: string, contact: string]>(
    `UPDATE voices_private SET contact = ?2 WHERE code = ?1`,
    ['0123456789ABC', '{}'],
  ),
  voicePrivateByCode: statement<[code: string], VoicePrivateRow>(
    `SELECT contact, words, consent FROM voices_private WHERE code = ?1`,
    ['0123456789ABC'],
  ),
} satisfies Statements

const jsonOrNull = (value: object | null): string | null =>
  value === null ? null : JSON.stringify(value)

export const insertVoice = (
  database: Database,
  code: string,
  { contact, words, consent }: VoicePrivate,
): Prepared =>
  prepare(database, statements.insertVoice, [
    code,
    jsonOrNull(contact),
    JSON.stringify(words),
    jsonOrNull(consent),
  ])

/** Adds words under their keys; the same key again takes the place of what it held. */
export const addVoiceWords = (
  database: Database,
  code: string,
  words: Readonly<Record<string, string>>,
): Prepared => prepare(database, statements.addVoiceWords, [code, JSON.stringify(words)])

export const reviseVoiceContact = (
  database: Database,
  code: string,
  contact: VoiceContact,
): Prepared => prepare(database, statements.reviseVoiceContact, [code, JSON.stringify(contact)])

export const voicePrivateByCode = (database: Database, code: string): Prepared<VoicePrivateRow> =>
  prepare(database, statements.voicePrivateByCode, [code])

export const voicePrivateFromRow = (row: VoicePrivateRow): VoicePrivate => ({
  contact: row.contact === null ? null : JSON.parse(row.contact),
  words: JSON.parse(row.words),
  consent: row.consent === null ? null : JSON.parse(row.consent),
})
