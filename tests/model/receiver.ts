import type { AnyTemplate } from '#domain/messages/voice-templates.ts'
import type { Adapter } from '#functions/messages/adapters/adapter.ts'

export type Taken = { readonly id: string; readonly template: AnyTemplate; readonly at: number }

/** What a gateway took, in order; repeated deliveries are told by their id, as gateways do. */
export type Receiver = { readonly taken: Taken[]; readonly ids: Set<string> }

export const newReceiver = (): Receiver => ({ taken: [], ids: new Set() })

export const WAYS_TO_FAIL = ['fine', 'lost_there', 'lost_back', 'refused'] as const
export type Way = (typeof WAYS_TO_FAIL)[number]

type Setting = {
  readonly now: number
  /** How handing on goes, message by message. */
  readonly wayOf: () => Way
}

/** A way out that loses messages on the way there, answers on the way back, and refuses some. */
export const adapterTo =
  ({ taken, ids }: Receiver, { now, wayOf }: Setting): Adapter =>
  async ({ id, template }) => {
    const way = wayOf()
    if (way === 'lost_there') throw new Error('lost on the way there')
    if (way === 'refused') return { ok: false, error: 'http_503', final: false }
    taken.push({ id, template, at: now })
    ids.add(id)
    if (way === 'lost_back') throw new Error('lost on the way back')
    return { ok: true }
  }
