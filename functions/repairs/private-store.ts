import { findName } from '#domain/desk/find-name.ts'
import type { Contact, DeviceNumbers, RepairPrivate, Words } from '#domain/repairs/contact.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type PrivateRow = {
  readonly contact: string
  readonly device: string
  readonly words: string
  readonly consent: string
}

export const statements = {
  insertPrivate: statement<
    [code: string, contact: string, device: string, words: string, consent: string]
  >(
    `INSERT INTO repairs_private (code, contact, device, words, consent)
     VALUES (?1, ?2, ?3, ?4, ?5)`,
    ['0123456789ABC', '{}', '{}', '{}', '{}'],
  ),
  revisePrivate: statement<[code: string, contact: string, device: string, words: string]>(
    `UPDATE repairs_private SET contact = json_patch(contact, ?2), device = json_patch(device, ?3),
       words = json_patch(words, ?4) WHERE code = ?1`,
    ['0123456789ABC', '{}', '{}', '{}'],
  ),
  privateByCode: statement<[code: string], PrivateRow>(
    `SELECT contact, device, words, consent FROM repairs_private WHERE code = ?1`,
    ['0123456789ABC'],
  ),
} satisfies Statements

/** With the name as it is found by, so that a corrected one can be taken off the index. */
const keyed = (contact: Partial<Contact>): object =>
  contact.name === undefined ? contact : { ...contact, nameKey: findName(contact.name) }

export const insertPrivate = (
  database: Database,
  code: string,
  { contact, device, words, consent }: RepairPrivate,
): Prepared =>
  prepare(database, statements.insertPrivate, [
    code,
    JSON.stringify(keyed(contact)),
    JSON.stringify(device),
    JSON.stringify(words),
    JSON.stringify(consent),
  ])

/** What an action adds to the private row: named fields are set, others stay. */
export type PrivateChange = {
  readonly contact?: Partial<Contact>
  readonly device?: Partial<DeviceNumbers>
  readonly words?: Words
}

export const revisePrivate = (
  database: Database,
  code: string,
  { contact = {}, device = {}, words = {} }: PrivateChange,
): Prepared =>
  prepare(database, statements.revisePrivate, [
    code,
    JSON.stringify(keyed(contact)),
    JSON.stringify(device),
    JSON.stringify(words),
  ])

export const privateByCode = (database: Database, code: string): Prepared<PrivateRow> =>
  prepare(database, statements.privateByCode, [code])

export const privateFromRow = (row: PrivateRow): RepairPrivate => ({
  contact: JSON.parse(row.contact),
  device: JSON.parse(row.device),
  words: JSON.parse(row.words),
  consent: JSON.parse(row.consent),
})
