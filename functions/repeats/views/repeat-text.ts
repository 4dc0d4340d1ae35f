import { chargedTo, type Repeat, type RepeatReason } from '#domain/repeats/repeat.ts'
import type { Translate } from '#i18n/translate.ts'

/** `The same fault of the same part (charged to the outlet that repaired it before)` */
export const reasonText = (t: Translate, reason: RepeatReason): string =>
  `${t(`desk.repeats.reason.${reason}`)} (${t(`desk.repeats.charged.${chargedTo(reason)}`)})`

/** Where it stands and, once somebody has said so, why it is back. */
export const standsText = (t: Translate, { status, reason }: Repeat): string =>
  [t(`desk.repeats.status.${status}`), ...(reason ? [reasonText(t, reason)] : [])].join(' · ')

export const addressOf = (code: string): string => `/desk/repeats/${code}/`
