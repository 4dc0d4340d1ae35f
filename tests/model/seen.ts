import type { StepWish } from './wish.ts'

/** When a command is asked, and under which key. */
export type Moment = { readonly now: number; readonly key: string }

/** The version that the asker has seen. */
export function versionSeen(seen: StepWish['version'], standing: number): number | null {
  if (seen === 'none') return null
  if (seen === 'old') return Math.max(1, standing - 1)
  return seen === 'ahead' ? standing + 3 : standing
}

const HOUR_MS = 3_600_000

/** When a step is said to have happened: late entries go back as far as the last event. */
export function happenedWhen(late: StepWish['late'], last: number, now: number): number | null {
  switch (late) {
    case 'no':
      return null
    case 'a_little':
      return Math.max(last, now - 20 * 60_000)
    case 'longest':
      return last
    case 'too_early':
      return last - 1
    case 'future':
      return now + HOUR_MS
  }
}
