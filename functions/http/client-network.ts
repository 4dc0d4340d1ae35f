const NETWORK_GROUPS = 4
const GROUPS = 8

/** The groups of an IPv6 address before and behind `::`, which stands for as many zeros as fit. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.split('::')
  const before = head ? head.split(':') : []
  if (tail === undefined) return before
  const behind = tail ? tail.split(':') : []
  return [
    ...before,
    ...Array(Math.max(0, GROUPS - before.length - behind.length)).fill('0'),
    ...behind,
  ]
}

/**
 * Whom an address counts as. An IPv4 address is one client; of IPv6 the first 64 bits are, since
 * whoever has one such address has all of its network. `2001:db8::1` counts as `2001:db8:0:0::/64`.
 */
export function clientNetwork(address: string | null): string {
  if (address === null) return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address
  const network = groupsOf(address)
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}
