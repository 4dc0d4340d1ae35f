const textIn = (parent: ParentNode, id: string): string =>
  parent.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value ?? ''

/** The sum of the lines as far as they can be read, in the page's language; a discount takes away. */
export function totalOf(parent: ParentNode, { dataset }: HTMLElement): string {
  let sum = 0
  for (let number = 1; parent.querySelector(`#item${number}`); number++) {
    const item = textIn(parent, `item${number}`)
    const amount = Number(textIn(parent, `amount${number}`).normalize('NFKC'))
    if (item === '' || !Number.isFinite(amount)) continue
    sum += item === 'discount' ? -amount : amount
  }
  return new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'currency',
    currency: dataset['currency'] ?? 'CNY',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(sum)
}
