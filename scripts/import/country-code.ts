import { BadCell } from './row-problem.ts'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

const displays = new Map<string, Intl.DisplayNames>()
function displayed(locale: string): Intl.DisplayNames {
  const known = displays.get(locale)
  if (known) return known
  const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  displays.set(locale, display)
  return display
}

let byName: Map<string, string> | null = null

/** Every code that names a country or territory. */
export const COUNTRY_CODES: readonly string[] = LETTERS.flatMap((a) =>
  LETTERS.map((b) => a + b),
).filter(
  (code) =>
    !['EU', 'EZ', 'UN', 'UK', 'ZZ', 'XA', 'XB', 'QO'].includes(code) && displayed('en').of(code),
)

/** Every country's name in English and Chinese, lower case, to its code. */
function countryNames(): Map<string, string> {
  const names = new Map<string, string>([
    ['usa', 'US'],
    ['uk', 'GB'],
    ['中国大陆', 'CN'],
  ])
  for (const locale of ['en', 'zh-CN']) {
    const display = displayed(locale)
    for (const code of COUNTRY_CODES) {
      const name = display.of(code)
      if (name && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), code)
    }
  }
  return names
}

/** ISO 3166-1 alpha-2 from a code or a country's name in English or Chinese; BadCell when it is neither. */
export function readCountry(text: string): string {
  const plain = text.trim()
  const code = plain.toUpperCase()
  if (COUNTRY_CODES.includes(code)) return code
  byName ??= countryNames()
  const named = byName.get(plain.toLowerCase())
  if (named) return named
  throw new BadCell('country', `"${text}" is no country`)
}

/** A country's name in a language: `countryName('CN', 'zh-CN')` is 中国. */
export const countryName = (code: string, locale: string): string =>
  displayed(locale).of(code) ?? code
