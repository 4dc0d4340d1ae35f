import { isAwaited, type Template } from '#domain/messages/templates.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { Adapter } from '#functions/messages/adapters/adapter.ts'

/** What a gateway took, told apart by id as gateways do. */
export type Receiver = {
  /** How often each id was handed on. */
  readonly taken: Map<string, number>
  /** What each id said: a repetition says the same. */
  readonly texts: Map<string, string>
  /** What came at an hour when it shouldn't. */
  readonly atNight: string[]
}

export const newReceiver = (): Receiver => ({ taken: new Map(), texts: new Map(), atNight: [] })

export const WAYS_TO_FAIL = ['fine', 'lost_there', 'lost_back', 'refused'] as const
export type Way = (typeof WAYS_TO_FAIL)[number]

const EIGHT = 8 * 60
const NINE_PM = 21 * 60

export type Home = { readonly zone: string; readonly service: BookableService }

/** Nothing at night but what the customer awaits. */
function isAtNight(template: Template, at: number, { zone, service }: Home): boolean {
  const { minutes } = wallTimeIn(zone, at)
  return (minutes < EIGHT || minutes >= NINE_PM) && !isAwaited(template, service)
}

type Setting = {
  readonly now: number
  /** How handing on goes, message by message. */
  readonly wayOf: () => Way
  readonly homeOf: (code: string) => Home
}

/** A way out that loses messages on the way there, answers on the way back, and refuses some. */
export const adapterTo =
  ({ taken, texts, atNight }: Receiver, { now, wayOf, homeOf }: Setting): Adapter =>
  async ({ id, template, text }) => {
    const way = wayOf()
    if (way === 'lost_there') throw new Error('lost on the way there')
    if (way === 'refused') return { ok: false, error: 'http_503', final: false }
    if (isAtNight(template, now, homeOf(id.split('/')[1] ?? ''))) atNight.push(id)
    taken.set(id, (taken.get(id) ?? 0) + 1)
    if (!texts.has(id)) texts.set(id, text)
    if (way === 'lost_back') throw new Error('lost on the way back')
    return { ok: true }
  }
