import type { KpiLine } from '#functions/kpis/kpi-lines.ts'
import type { ReadFigures } from '#functions/kpis/read-figures.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'
import { valueText } from './figure-text.ts'

/** What outlets like it come to: `91.2% of 1,234, 14 others`; `too few`, `–` without any. */
export function peersText(t: Translate, { id, peers }: Pick<KpiLine, 'id' | 'peers'>): string {
  if (peers === 'too_few') return t('desk.kpis.peers.too_few')
  if (peers === null || peers.value === null) return '–'
  return t('desk.kpis.peers.told', {
    value: valueText(t, id, peers.value),
    n: formatNumber(peers.n),
    others: formatNumber(peers.others),
  })
}

type Props = { readonly t: Translate; readonly read: ReadFigures }

/** Which outlets an outlet is held against. */
export const PeersNote = ({ t, read: { place, peers } }: Props) => {
  if (place.kind !== 'outlet') return null
  if (!peers) return <p className="desk-muted">{t('desk.kpis.peers.not_yet')}</p>
  const kind = t(`outlets.kind.${peers.kind}`)
  const size = t(`desk.kpis.peers.size.${peers.size}`)
  return <p className="desk-muted">{t('desk.kpis.peers.what', { kind, size })}</p>
}
