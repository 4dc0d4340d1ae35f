type StandardEvent = {
  readonly type: string
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * When the public pages must say something else because of an event (epoch ms): a publication at once, a
 * published set when it takes effect, an outlet's other standing at once, a pledge when it begins, one taken back at once. Null = never.
 * `standard_set.published`, effective on 1 January: that instant, and not the day it was published.
 */
export function buildDueBy({ type, happenedAt, data }: StandardEvent): number | null {
  if (type === 'outlet.standing_changed') return happenedAt
  if (type === 'pledge.withdrawn' || type === 'publication.published') return happenedAt
  if (type !== 'standard_set.published' && type !== 'pledge.made') return null
  const at = type === 'pledge.made' ? data['from'] : data['effectiveFrom']
  return typeof at === 'number' ? at : null
}
