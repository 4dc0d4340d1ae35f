const HAN = /^\p{Script=Han}+$/u

/**
 * A name as a list of hits shows it: enough to be recognised by whoever has the person before them,
 * not the name. Chinese keeps the first character; other names the first word and initials, a single
 * word its first letter.
 * `maskName('王小明')` is `'王**'`, `maskName('Maria Lopez')` is `'Maria L.'`.
 */
export function maskName(name: string): string {
  const plain = name.normalize('NFKC').trim()
  const [first = '', ...others] = plain.split(/\s+/)
  if (HAN.test(plain) || others.length === 0) {
    const [head = '', ...rest] = [...plain]
    return head + '*'.repeat(HAN.test(plain) ? rest.length : Math.min(rest.length, 3))
  }
  return [first, ...others.map((word) => `${[...word][0]}.`)].join(' ')
}

type Ordered = { readonly code: string; readonly status: string; readonly updatedAt: number }

/** Hits in the order in which they are looked through: open ones first, then the last changed; each code once. */
export function orderHits<Hit extends Ordered>(hits: readonly Hit[]): readonly Hit[] {
  const rank = ({ status }: Hit): number => (status === 'closed' ? 1 : 0)
  const once = new Map(hits.map((hit) => [hit.code, hit]))
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || b.updatedAt - a.updatedAt)
}
