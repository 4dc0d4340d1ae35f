import { isoAt } from '#functions/http/iso-time.ts'
import type { HoldWish } from './hold-slot.ts'
import { helpsAnotherTime, nextThree } from './slot-alternatives.ts'

type Missed = Omit<HoldWish, 'key'> & { readonly refusal: string }

/** What a refusal offers instead: the next three free times; undefined = no other time would help. */
export async function alternativesTo(
  sources: Parameters<typeof nextThree>[0],
  { refusal, ...wish }: Missed,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!helpsAnotherTime(refusal)) return undefined
  const { zone, slots } = await nextThree(sources, wish)
  const alternatives = slots.map(({ startsAt, free }) => ({
    startsAt: isoAt(startsAt, zone),
    free,
  }))
  return { alternatives }
}
