import type { FixpointConfig } from '#config'
import { modelOf } from '#domain/repairs/catalogue.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { ShownRepair } from '../show-repair.ts'
import { dayText, fullDayText, timeText } from './when.ts'

export type StatusNotice = 'stale' | 'refused' | 'link_needed'

/** Everything a repair's page is made from, in one language. Nothing in it is personal. */
export type StatusPage = ShownRepair & {
  readonly locale: Locale
  /** Epoch ms. */
  readonly now: number
  readonly config: Pick<FixpointConfig, 'catalogue' | 'hotline' | 'mailIn' | 'brand'>
  /** How the reader came in: money is agreed by the link of that very ask. */
  readonly via: 'link' | 'lookup'
  readonly askVersion: number | null
  /** Makes a form that is sent twice one command. */
  readonly commandId: string
  /** By which somebody else may collect the phone; none unless a link was opened and it waits. */
  readonly pickUpCode?: string
  /** What became of the step that was just tried. */
  readonly notice: StatusNotice | null
  /** What was typed for a parcel and can't be its number. */
  readonly mistyped: { readonly courier: string; readonly tracking: string } | null
}

/** An instant by the clock of the outlet where the phone is. */
export const at = ({ locale, outlet }: StatusPage, instant: number): string =>
  timeText(locale, outlet.zone, instant)

export const onDay = ({ locale, outlet }: StatusPage, instant: number): string =>
  dayText(locale, outlet.zone, instant)

/** With its year, for what is read long after: until when a repair is guaranteed. */
export const onDayOfYear = ({ locale, outlet }: StatusPage, instant: number): string =>
  fullDayText(locale, outlet.zone, instant)

/** The maker's name of the model, or "another model". */
export const modelName = ({ locale, config, repair }: StatusPage): string =>
  modelOf(config.catalogue, repair.model)?.name ?? translator(locale)('repairs.other_model')

/** Whether the ask that is open may be answered by this reader. */
export const mayAnswer = ({ repair, via, askVersion }: StatusPage): boolean =>
  repair.ask !== null && via === 'link' && askVersion === repair.ask.version
