import type { OpenState } from '#domain/outlets/open-state.ts'
import type { WallTime } from '#domain/outlets/wall-time.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { formatDate, formatMinutes } from './format.ts'
import type { Locale } from './locale.ts'
import type { Translate } from './translate.ts'

/** A wall time seen from a local date: `18:00`, `tomorrow 09:00`, `Mon 23 Nov 09:00`. */
export function wallTimeText(locale: Locale, t: Translate, time: WallTime, today: string): string {
  const clock = formatMinutes(time.minutes)
  if (time.date === today) return clock
  if (time.date === addDays(today, 1)) {
    return time.minutes === 0 ? '24:00' : t('outlets.tomorrow', { time: clock })
  }
  return t('outlets.on_date', { date: formatDate(locale, time.date), time: clock })
}

type OpenNow = Extract<OpenState, { readonly state: 'open' }>

function openText(locale: Locale, t: Translate, state: OpenNow, today: string): string {
  if (!state.until) return t('outlets.open_round_the_clock')
  const time = wallTimeText(locale, t, state.until, today)
  return state.resumesAt
    ? t('outlets.open_break', { time, back: wallTimeText(locale, t, state.resumesAt, today) })
    : t('outlets.open_until', { time })
}

/** Open, closed or unknown in a few words, as seen on the outlet's local date `today`. */
export function openStateText(
  locale: Locale,
  t: Translate,
  state: OpenState,
  today: string,
): string {
  if (state.state === 'unknown') return t(`outlets.unknown.${state.reason}`)
  if (state.state === 'open') return openText(locale, t, state, today)
  return state.opensAt
    ? t('outlets.closed_opens', { time: wallTimeText(locale, t, state.opensAt, today) })
    : t('outlets.closed_now')
}

/**
 * Until when the counter takes phones in; '' when that says nothing. Past midnight the running opening
 * belongs to the day before: where today's opening is still to come, only that session is over.
 */
export function lastIntakeText(
  locale: Locale,
  t: Translate,
  state: OpenState,
  today: string,
): string {
  if (state.state !== 'open' || !state.lastIntake) return ''
  if (state.intakeOver) {
    return state.opensAgainToday ? t('outlets.intake_over_session') : t('outlets.intake_over')
  }
  return t('outlets.last_intake', { time: wallTimeText(locale, t, state.lastIntake, today) })
}
