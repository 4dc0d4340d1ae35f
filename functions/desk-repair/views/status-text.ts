import { countsAsReady } from '#domain/repairs/from-conditions.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Translate } from '#i18n/translate.ts'

/** What a ready phone waits for: its money, its way home, its parcel or its owner. */
function readyFor(repair: Repair): 'refund' | 'away' | 'post' | 'collect' {
  if (repair.outcome === 'refunded') return 'refund'
  if (!countsAsReady(repair)) return 'away'
  return repair.wayBack
}

/** Where a repair stands, as the desk says it: `To collect (not repaired)`. */
export function statusText(t: Translate, repair: Repair): string {
  const { status, outcome, ending, wayIn } = repair
  if (status === 'requested') return t(`desk.repair.status.requested_${wayIn}`)
  if (status === 'closed') {
    return t('desk.repair.status.closed', { ending: t(`desk.repair.ending.${ending ?? 'lapsed'}`) })
  }
  if (status !== 'ready') return t(`desk.repair.status.${status}`)
  const waits = t(`desk.repair.status.ready_${readyFor(repair)}`)
  if (outcome === null || outcome === 'repaired' || outcome === 'refunded') return waits
  return t('desk.repair.status.ready_as', {
    waits,
    outcome: t(`desk.repair.outcome.${outcome}`),
  })
}
