import { kpiPlaceOf } from '#domain/kpis/kpi-place.ts'
import { isMonth } from '#domain/voices/period.ts'

const LONGEST = 70
const MONTH_LETTERS = 7

export type KpisAsked = {
  readonly month: string
  /** A place's key; null = one's own first. */
  readonly place: string | null
  /** What a comparison is drawn of. */
  readonly by: 'regions' | 'outlets' | null
  /** What can't be taken; nothing is reckoned then. */
  readonly wrong: readonly ('month' | 'outlet')[]
  /** As typed, for the form. */
  readonly typed: { readonly month: string; readonly place: string; readonly outlet: string }
}

/** What an address asks for: a month (the one that runs, where none is named) and a place, or an outlet by its code. */
export function kpisAsked(param: (name: string) => string | undefined, today: string): KpisAsked {
  const text = (name: string) => (param(name) ?? '').trim().slice(0, LONGEST)
  const running = today.slice(0, MONTH_LETTERS)
  const typed = {
    month: text('month') || running,
    place: text('place'),
    outlet: text('outlet').toUpperCase(),
  }
  const key = typed.outlet ? `outlet/${typed.outlet}` : typed.place
  const isPlace = key === '' || kpiPlaceOf(key) !== null
  const isKnown = isMonth(typed.month) && typed.month <= running
  const by = text('by')
  return {
    month: isKnown ? typed.month : running,
    place: isPlace ? key || null : null,
    by: by === 'regions' || by === 'outlets' ? by : null,
    wrong: [...(isKnown ? [] : (['month'] as const)), ...(isPlace ? [] : (['outlet'] as const))],
    typed,
  }
}

/** An address of these pages for a month and a place. */
export const kpiAddress = (
  path: string,
  { month, place }: { readonly month: string; readonly place: string | null },
  more: Readonly<Record<string, string>> = {},
): string => `${path}?${new URLSearchParams({ month, ...(place && { place }), ...more })}`
