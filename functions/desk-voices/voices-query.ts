import { monthsBetween } from '#domain/voices/period.ts'
import { VOICE_KINDS, type VoiceKind } from '#domain/voices/voice-kind.ts'
import type { Wish } from './analyse-voices.ts'

const LONGEST_REGION = 60
const OUTLET = /^[A-Z0-9-]{2,12}$/

export type VoicesAsked = {
  readonly wish: Wish
  readonly kind: VoiceKind
  readonly before: string | null
  /** What can't be taken; the wish holds what stands in its place. */
  readonly wrong: readonly ('period' | 'outlet')[]
  /** As typed, for the form. */
  readonly typed: {
    readonly from: string
    readonly to: string
    readonly outlet: string
    readonly region: string
  }
}

const later = (one: string, other: string): string => [one, other].toSorted()[1] ?? one

/** What an address asks for: months (this one, where none is named), whose voices, and which page of words. */
export function voicesAsked(
  param: (name: string) => string | undefined,
  today: string,
): VoicesAsked {
  const text = (name: string, most: number) => (param(name) ?? '').trim().slice(0, most)
  const thisMonth = today.slice(0, 7)
  const from = text('from', 7) || thisMonth
  const to = text('to', 7) || later(from, thisMonth)
  const months = monthsBetween(from, to)
  const outlet = text('outlet', 12).toUpperCase()
  const region = text('region', LONGEST_REGION)
  const isOutlet = outlet === '' || OUTLET.test(outlet)
  return {
    wish: {
      months: months ?? [thisMonth],
      outlet: isOutlet ? outlet || null : null,
      region: outlet === '' ? region || null : null,
    },
    kind: VOICE_KINDS.find((kind) => kind === param('kind')) ?? 'feedback',
    before: param('before')?.slice(0, 200) ?? null,
    wrong: [...(months ? [] : (['period'] as const)), ...(isOutlet ? [] : (['outlet'] as const))],
    typed: { from, to, outlet, region },
  }
}

/** The same question as an address, with something else asked beside it. */
export const addressOf = (
  path: string,
  { typed }: Pick<VoicesAsked, 'typed'>,
  more: Readonly<Record<string, string>> = {},
): string => {
  const { from, to, outlet, region } = typed
  return `${path}?${new URLSearchParams({ from, to, ...(outlet && { outlet }), ...(region && { region }), ...more })}`
}
