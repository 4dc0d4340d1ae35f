import { ASKED_AFTER_MS } from './survey.ts'

/** What ended; the panel asks about a repair once more. */
export const WANTED_KINDS = ['repair', 'contact', 'feedback', 'complaint', 'panel'] as const
export type WantedKind = (typeof WANTED_KINDS)[number]

/** That something ended which customers are asked about an hour later. */
export type WantedSurvey = {
  /** When the survey is due to be made, epoch ms. */
  readonly dueAt: number
  /** `<13 letters>.<number>`: what ended, and which of its endings. */
  readonly id: string
  readonly kind: WantedKind
}

type AnyEvent = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
}

const codeOf = (subject: string): string => subject.slice(subject.indexOf('/') + 1)

/** Of a contact that was solved, the repair it was about: of others nobody knows whom to ask. */
function afterContact({ happenedAt, data }: AnyEvent): string | null {
  const { code } = data
  return typeof code === 'string' ? `${code}.${happenedAt}` : null
}

/** Every ending but the one of a phone that never came. */
const isSurveyedEnding = ({ status, ending, from }: AnyEvent['data']): boolean =>
  status === 'closed' && from !== 'closed' && typeof ending === 'string' && ending !== 'lapsed'

/** A complaint by somebody known that was gone through to its end, not put with another or set aside. */
const isHandled = ({ status, anonymous, ending }: AnyEvent['data']): boolean =>
  status === 'closed' && anonymous !== true && ending !== 'merged' && ending !== 'not_a_complaint'

function wantedOf(event: AnyEvent): Omit<WantedSurvey, 'dueAt'> | null {
  const { subject, version, type, data } = event
  const own = `${codeOf(subject)}.${version}`
  if (type.startsWith('repair.')) {
    return isSurveyedEnding(data) && type !== 'repair.imported' ? { id: own, kind: 'repair' } : null
  }
  if (type === 'contact.solved') {
    const id = afterContact(event)
    return id === null ? null : { id, kind: 'contact' }
  }
  if (type === 'feedback.solved') {
    return data['isReachable'] === true ? { id: own, kind: 'feedback' } : null
  }
  if (type.startsWith('complaint.')) {
    return isHandled(data) ? { id: own, kind: 'complaint' } : null
  }
  return null
}

/**
 * The survey that an event calls for, an hour later; null for most. After every ending of a repair but
 * `lapsed`, whatever came of it: cancelled, unrepaired and abandoned ones too. After a hotline contact or
 * feedback that was solved and a complaint that was closed, if it is known whom to ask.
 * `repair.handed_over` of 7K3M9QXF2T8BV as its 9th event: `{ id: '7K3M9QXF2T8BV.9', kind: 'repair', … }`.
 */
export function wantedSurvey(event: AnyEvent): WantedSurvey | null {
  const wanted = wantedOf(event)
  return wanted && { ...wanted, dueAt: event.happenedAt + ASKED_AFTER_MS }
}
