import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { deskDueAt } from '#domain/surveys/survey.ts'
import type { Database } from '#functions/db/database.ts'
import { type Page, pageOf, readInOrder } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { outletsWith } from '#functions/desk-find/searched-outlets.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import type { VoiceContact } from '#functions/voices/voice-private.ts'
import { CODE_LETTERS } from './invite-customer.ts'
import { standingAtSurvey } from './may-at-survey.ts'
import { type CallRow, calledSurvey, openSurveys } from './read-store.ts'
import { type ShownAnswer, shownAnswer } from './show-figures.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte'> & { readonly staff: Staff }

const A_PAGE = 50
const FIRST: Place = { at: 0, id: '' }

export type CallbacksListed = Page<ShownAnswer>

const placeOf = ({ survey }: ShownAnswer): Place => ({ at: deskDueAt(survey) ?? 0, id: survey.id })

/**
 * What waits for somebody's desk, a page from where another ended, the first due first: callbacks, and
 * suspicions to decide. No names.
 */
export async function listCallbacks(
  { hub, databases, staff }: Pick<Asking, 'hub' | 'databases' | 'staff'>,
  after: Place | null = null,
): Promise<CallbacksListed> {
  const outlets = await outletsWith(hub, staff, 'callback.see')
  const withComplaints = holdsAnywhere(staff, 'feedback.decide')
  const page = { after: after ?? FIRST, withComplaints, most: A_PAGE + 1 }
  const rows = await readInOrder(databases, outlets, openSurveys(page))
  return pageOf(rows.map(shownAnswer), { most: A_PAGE, placeOf })
}

export type Called = ShownAnswer & {
  readonly locale: 'en' | 'zh-CN'
  /** Whom to call; null = not this person's to see, or erased. Personal. */
  readonly contact: VoiceContact | null
  /** What staff wrote down of each call, by the number of its event. Personal. */
  readonly notes: Readonly<Record<number, string>>
  readonly mayAct: boolean
  /** Whether words are a complaint is for those who handle complaints, never for the outlet they are about. */
  readonly mayDecide: boolean
}

function contactOf({ contact }: CallRow): VoiceContact | null {
  if (contact === null) return null
  const { name, phone, email }: VoiceContact = JSON.parse(contact)
  return { name, phone, email }
}

const CALL = 'call.'

const notesOf = ({ words }: CallRow): Called['notes'] =>
  Object.fromEntries(
    Object.entries(JSON.parse(words ?? '{}') as Record<string, string>).flatMap(([key, note]) =>
      key.startsWith(CALL) ? [[Number(key.slice(CALL.length)), note]] : [],
    ),
  )

export type OpenedCallback = {
  readonly called: Called
  readonly database: Database
  /** Says who opened the customer's record. */
  readonly rows: readonly Prepared[]
}

/** One answer with whom to call back; opening it is on record where the repair's own openings are. */
export async function openCallback(
  asking: Asking,
  id: string,
): Promise<OpenedCallback | { readonly refusal: 'not_found' | 'not_your_role' }> {
  const { hub, staff, databases } = asking
  const database = databases.of(bucketOfTicket(id.slice(0, CODE_LETTERS)))
  const [[row]] = await readTogether([calledSurvey(database, id)])
  if (!row) return { refusal: 'not_found' }
  const answer = { ...shownAnswer(row), comment: row.comment }
  const whyNot = await standingAtSurvey({ hub, staff }, answer.survey)
  const why = whyNot('callback.see')
  if (why) return { refusal: why }
  const contact = whyNot('customer.see') === null ? contactOf(row) : null
  const code = answer.survey.repairCode
  const subject = code === null ? `survey/${id}` : `repair/${code}`
  return {
    called: {
      ...answer,
      ...{ locale: row.locale, contact, notes: notesOf(row) },
      mayAct: whyNot('callback.act') === null,
      mayDecide: whyNot('feedback.decide') === null,
    },
    database,
    rows:
      contact || row.comment
        ? [noteAccess(database, { subject, staffId: staff.id, act: 'opened' }, asking)]
        : [],
  }
}
