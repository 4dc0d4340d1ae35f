import type { Hold } from '#functions/bookings/hold-slot.ts'
import type { Asked, Known } from './asked.ts'
import { newReceiver, type Receiver } from './receiver.ts'

export type Ticket = { readonly code: string; readonly last4: string }
export type HeldSlot = Pick<Hold, 'id' | 'service' | 'expiresAt'>

/** A command under a key, what its caller knows of it, and when it was asked first. */
export type Remembered = { readonly asked: Asked; known: Known; readonly at: number }

/** What the people outside know: the model that the databases are compared with. */
export type Model = {
  now: number
  readonly tickets: Ticket[]
  readonly holds: HeldSlot[]
  readonly remembered: Remembered[]
  readonly receiver: Receiver
  /** Wrong tries by code, as the lookup must count them. */
  readonly misses: Map<string, { count: number; firstAt: number; earlier: number }>
  /** When a clock run broke off last, or met another: what it couldn't do is left alone for an hour. */
  clockBrokeAt: number
  commands: number
  /** What was asked and what came of it, to be shown where a run fails. */
  readonly trace: string[]
  readonly randomByte: () => number
}

/** A seeded die: the same bytes in every run. */
export function aDie(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Nobody has asked anything yet. */
export function aModel(beginning: number, seed: number): Model {
  const die = aDie(seed)
  return {
    now: beginning,
    tickets: [],
    holds: [],
    remembered: [],
    receiver: newReceiver(),
    misses: new Map(),
    clockBrokeAt: Number.NEGATIVE_INFINITY,
    commands: 0,
    trace: [],
    randomByte: () => Math.floor(die() * 256),
  }
}
