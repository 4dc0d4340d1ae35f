import type { FixpointConfig } from '#config'
import { readyNext } from '#domain/desk/ready-next.ts'
import type { DeskRepair } from '#domain/desk/today-due.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { isReportedFault, modelOf } from '#domain/repairs/catalogue.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { formatDate, formatMinutes } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'

/** What every part of the page writes its words with. */
export type Voice = {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly catalogue: FixpointConfig['catalogue']
}

/** A time of day today, else with its day: `14:30`, `Tue 24 Nov 14:30`. */
export function timeShort({ t, locale, now }: Voice, zone: string, at: number): string {
  const { date, minutes } = wallTimeIn(zone, at)
  const time = formatMinutes(minutes)
  if (date === wallTimeIn(zone, now).date) return time
  return t('outlets.on_date', { date: formatDate(locale, date), time })
}

type What = { readonly model: string | null; readonly faultCode: string | null }

/** What a visit or a repair is about: `Fix 2 · Screen`. */
export function whatText({ t, catalogue }: Voice, { model, faultCode }: What): string {
  const name = model === null ? null : (modelOf(catalogue, model)?.name ?? t('repairs.other_model'))
  const fault =
    faultCode !== null && isReportedFault(faultCode) ? t(`desk.today.fault.${faultCode}`) : null
  return [name, fault].filter((part) => part !== null).join(' · ')
}

/** Where a repair stands, in the desk's words: what is to be done with a ready one. */
export function statusText({ t }: Pick<Voice, 't'>, repair: Repair): string {
  const { status } = repair
  if (status === 'ready') return t(`desk.today.ready.${readyNext(repair)}`)
  if (status === 'requested' || status === 'closed') return ''
  return t(`desk.today.status.${status}`)
}

type Due = { readonly at: number | null; readonly late: boolean }

/** When a repair is due, by the clock of the outlet where it is; '' = nothing has a time. */
export function dueText(voice: Voice, { zone }: DeskRepair, { at, late }: Due): string {
  if (at === null) return ''
  const time = timeShort(voice, zone, at)
  return voice.t(late ? 'desk.today.late_since' : 'desk.today.due_at', { time })
}

const MINUTE_MS = 60_000

export const minutesOf = (ms: number): number => Math.floor(ms / MINUTE_MS)
