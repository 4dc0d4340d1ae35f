export const KPI_PLACE_KINDS = ['network', 'region', 'partner', 'outlet'] as const

/** Whose figures are looked at; `id` is a region's, a partner's or an outlet's code, '' of the network. */
export type KpiPlace = {
  readonly kind: (typeof KPI_PLACE_KINDS)[number]
  readonly id: string
}

export const WHOLE_NETWORK: KpiPlace = { kind: 'network', id: '' }

const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/

/** How an address names a place: `network`, `region/cn-zhejiang`, `partner/p-1`, `outlet/SZ-001`. */
export const kpiPlaceKey = ({ kind, id }: KpiPlace): string =>
  kind === 'network' ? kind : `${kind}/${id}`

/** A place from its key; null = no such key. An outlet's code is read in small letters too. */
export function kpiPlaceOf(key: string): KpiPlace | null {
  if (key === 'network') return WHOLE_NETWORK
  const [word, id = '', ...rest] = key.split('/')
  const kind = KPI_PLACE_KINDS.find((one) => one === word)
  if (!kind || kind === 'network' || rest.length > 0 || !ID.test(id)) return null
  return { kind, id: kind === 'outlet' ? id.toUpperCase() : id }
}
