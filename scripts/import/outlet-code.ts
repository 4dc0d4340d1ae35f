import { createHash } from 'node:crypto'
import { BadCell } from './row-problem.ts'

const RESERVED = ['IN', 'SEARCH', 'DATA', 'NEAR', 'NEAREST', 'VERIFY']
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DERIVED_SYMBOLS = 10

/** The outlet code in a cell: 2-12 of A-Z 0-9 -, no reserved word. `node/123` of OSM is `N123`. */
export function readOutletCode(text: string): string {
  const code = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^(N)ODE\/|^(W)AY\/|^(R)ELATION\//, '$1$2$3')
  if (!/^[A-Z0-9-]{2,12}$/.test(code)) {
    throw new BadCell('code', `"${text}" is no outlet code: 2 to 12 of A-Z, 0-9 and -`)
  }
  if (RESERVED.includes(code)) throw new BadCell('code', `"${text}" is a reserved word`)
  return code
}

/** Letters and digits that always come out the same for the same text. */
export function stableSymbols(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest()
  return Array.from({ length }, (_, i) => DIGITS.charAt((hash[i] ?? 0) & 31)).join('')
}

/** The code of an outlet whose file gives none: from its name and where it stands. */
export const deriveOutletCode = (name: string, lat: number, lon: number): string =>
  `X-${stableSymbols(`${name}\n${lat.toFixed(5)}\n${lon.toFixed(5)}`, DERIVED_SYMBOLS)}`
