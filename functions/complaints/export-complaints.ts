import type { Complaint } from '#domain/complaints/complaint.ts'
import type { CsvCell } from '#domain/exports/csv-text.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { maskPersonal } from '#domain/voices/mask-personal.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { complaintFromRow, complaintsReceived, complaintWords } from './store.ts'

/** So many of each database at once. */
const MOST = 5_000

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte'> & { readonly staff: Staff }

export const EXPORT_HEADER = [
  ...['code', 'status', 'ending', 'level', 'channel', 'formal', 'anonymous', 'outlet', 'repair'],
  ...['cause', 'urgent', 'legal_date', 'received_at', 'registered_at', 'rounds', 'breached'],
  ...['verdict', 'remedy', 'closed_at', 'said'],
] as const

export type ExportedComplaints = {
  readonly rows: readonly (readonly CsvCell[])[]
  /** The row that says who took them along; written by whoever hands them out. */
  readonly access: Prepared
}

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** One complaint as a line: codes and times, and what was said, without whatever names a person. */
const rowOf = (complaint: Complaint, said: string): readonly CsvCell[] => [
  ...[complaint.code, complaint.status, complaint.ending, complaint.level, complaint.channel],
  ...[complaint.formal, complaint.anonymous, complaint.outlet, complaint.repair],
  ...[complaint.cause, complaint.urgent, complaint.legalDate],
  ...[time(complaint.receivedAt), time(complaint.registeredAt), complaint.rounds.length],
  complaint.rounds
    .flatMap(({ number, breached }) => breached.map((name) => `${number}:${name}`))
    .join(' '),
  ...[complaint.answer?.verdict ?? null, complaint.answer?.remedy ?? null],
  ...[time(complaint.closedAt), said],
]

/**
 * Complaints received in `[from, until)` for a spreadsheet, the newest first, for the head office's quality people
 * alone. Refused rather than cut where a database has more than it hands out at once.
 */
export async function exportComplaints(
  asking: Asking,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<ExportedComplaints | { readonly refusal: 'not_your_role' | 'too_many_rows' }> {
  const { hub, databases, staff, now, randomByte } = asking
  if (whyNotEverywhere(staff, 'complaint.export')) return { refusal: 'not_your_role' }
  const span = { from, before: until, most: MOST + 1 }
  const read = await readEverywhere(databases.all.map((one) => complaintsReceived(one, span)))
  if (read.some(({ length }) => length > MOST)) return { refusal: 'too_many_rows' }
  const complaints = read.flat().map(complaintFromRow)
  const codes = complaints.map(({ code }) => code)
  const words = await readEverywhere(databases.all.map((one) => complaintWords(one, codes)))
  const said = new Map(
    words
      .flat()
      .map(({ code, said: text, name }) => [code, maskPersonal(text ?? '', name ? [name] : [])]),
  )
  const access = { subject: `staff/${staff.id}`, staffId: staff.id, act: 'exported_complaints' }
  return {
    rows: complaints.map((one) => rowOf(one, said.get(one.code) ?? '')),
    access: noteAccess(hub, access, { now, randomByte }),
  }
}
