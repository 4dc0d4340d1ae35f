import type { MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import { formatMinutes } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'

const MIDNIGHT = 1440

const clock = (t: Translate, minutes: number): string =>
  minutes > MIDNIGHT
    ? t('outlet_page.hours.next_day', { time: formatMinutes(minutes) })
    : formatMinutes(minutes)

export const isAllDay = ([first]: readonly MinuteInterval[]): boolean =>
  first !== undefined && first[0] === 0 && first[1] >= MIDNIGHT

/** A day in one word where it has no intervals to list: closed, round the clock, unconfirmed; else null. */
function dayInAWord(t: Translate, intervals: readonly MinuteInterval[] | null): string | null {
  if (!intervals) return t('outlet_page.hours.unconfirmed')
  if (intervals.length === 0) return t('outlet_page.hours.closed')
  return isAllDay(intervals) ? t('outlet_page.hours.all_day') : null
}

type Props = { readonly t: Translate; readonly intervals: readonly MinuteInterval[] | null }

/** A day's opening: `09:30–12:00, 13:00–18:30`, breaking between intervals as long as each fits a line. */
export function Intervals({ t, intervals }: Props) {
  const word = dayInAWord(t, intervals)
  if (word || !intervals) return <>{word}</>
  return (
    <>
      {intervals.map(([open, close], place) => (
        <span key={open}>
          {place > 0 ? t('outlet_page.hours.between') : null}
          <span className="interval">{`${formatMinutes(open)}–${clock(t, close)}`}</span>
        </span>
      ))}
    </>
  )
}

/** When the counter last takes a phone in that day; null where that says nothing. */
export function intakeText(
  t: Translate,
  intervals: readonly MinuteInterval[],
  lastIntakeMinutes: number,
): string | null {
  const last = intervals.at(-1)
  if (!last || isAllDay(intervals)) return null
  return clock(t, Math.max(last[0], last[1] - lastIntakeMinutes))
}
