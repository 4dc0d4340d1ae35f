import type { Random } from '../demo/seeded-random.ts'

/** How an outlet works. Minutes are of opening time, shares 0-1. */
export type Manner = {
  readonly quality: 'good' | 'average' | 'bad'
  /** Mean wait of a phone before anybody looks at it, and while its customer waits for it. */
  readonly lagMinutes: number
  readonly waitingLagMinutes: number
  /** Work takes so many times what the catalogue says. */
  readonly pace: number
  /** Repairs that don't pass their check, that fail before the customer, that come back. */
  readonly failsCheck: number
  readonly failsAtCounter: number
  readonly comesBack: number
  /** Customers told before a promise breaks. */
  readonly informs: number
  /** Intake records without every field; steps entered later than they happened. */
  readonly incomplete: number
  readonly lateEntries: number
  /** Words given to who complains that are kept. */
  readonly keepsWord: number
}

const MANNERS: readonly (readonly [weight: number, manner: Manner])[] = [
  [
    36,
    {
      ...{ quality: 'good', lagMinutes: 35, waitingLagMinutes: 3, pace: 0.85, informs: 0.9 },
      ...{ failsCheck: 0.02, failsAtCounter: 0.004, comesBack: 0.014 },
      ...{ incomplete: 0.02, lateEntries: 0.004, keepsWord: 0.97 },
    },
  ],
  [
    52,
    {
      ...{ quality: 'average', lagMinutes: 120, waitingLagMinutes: 6, pace: 1, informs: 0.6 },
      ...{ failsCheck: 0.05, failsAtCounter: 0.01, comesBack: 0.028 },
      ...{ incomplete: 0.08, lateEntries: 0.01, keepsWord: 0.88 },
    },
  ],
  [
    12,
    {
      ...{ quality: 'bad', lagMinutes: 240, waitingLagMinutes: 14, pace: 1.25, informs: 0.2 },
      ...{ failsCheck: 0.12, failsAtCounter: 0.035, comesBack: 0.085 },
      ...{ incomplete: 0.25, lateEntries: 0.02, keepsWord: 0.62 },
    },
  ],
]

/** How an outlet games its figures; told in the report of the simulation alone. */
export const GAMES = ['refuses', 'pads', 'reopens', 'registers_late', 'asks'] as const
export type Game = (typeof GAMES)[number]

export const GAME_WORDS: Readonly<Record<Game, string>> = {
  refuses: 'refuses hard cases: sends them away or gives up at once',
  pads: 'pads promises: far later than the work needs',
  reopens: 'closes and reopens: finishes to stop the clock, works on afterwards',
  registers_late: 'registers late: phones lie there before anybody writes them down',
  asks: 'stops clocks by asking: needless questions move the wait to the customer',
}

export const mannerOf = (random: Random): Manner => random.weighted(MANNERS)

export const AVERAGE = MANNERS[1]?.[1] as Manner
