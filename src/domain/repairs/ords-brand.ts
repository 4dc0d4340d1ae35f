import { nameCode } from './ords-code.ts'

/** Brands as their makers write them. Two spellings whose letters and digits are the same are one brand. */
const KNOWN = [
  'Acer',
  'Alcatel',
  'Apple',
  'ASUS',
  'BlackBerry',
  'BQ',
  'Doro',
  'Fairphone',
  'Gigaset',
  'Google',
  'Honor',
  'HTC',
  'Huawei',
  'JBL',
  'Lenovo',
  'LG',
  'Meizu',
  'Microsoft',
  'Motorola',
  'Nokia',
  'Nothing',
  'NUU',
  'OnePlus',
  'OPPO',
  'Panasonic',
  'Philips',
  'realme',
  'Samsung',
  'Siemens',
  'Sony',
  'TCL',
  'vivo',
  'Wiko',
  'Xiaomi',
  'ZTE',
] as const

/** What is also written for a brand, by its letters and digits: its line, its company, a slip of the pen. */
const ALSO: readonly (readonly [letters: string, brand: (typeof KNOWN)[number]])[] = [
  ['huawey', 'Huawei'],
  ['iphone', 'Apple'],
  ['levnovo', 'Lenovo'],
  ['lgelectronics', 'LG'],
  ['moto', 'Motorola'],
  ['samsunggalaxy', 'Samsung'],
  ['sonyericsson', 'Sony'],
  ['sonyxperia', 'Sony'],
  ['苹果', 'Apple'],
  ['华为', 'Huawei'],
  ['荣耀', 'Honor'],
  ['联想', 'Lenovo'],
  ['魅族', 'Meizu'],
  ['三星', 'Samsung'],
  ['小米', 'Xiaomi'],
  ['中兴', 'ZTE'],
]

/** What people write where they don't know. */
const UNKNOWN = new Set(
  `unknown unbekannt onbekend inconnu sconosciuto desconocido ukjent okänd na none keine nobrand noname
   generic other misc null undefined 未知 不详 无 其他`.split(/\s+/),
)

const MOST_LETTERS = 40
const MOST_WORDS = 4
const BRAND = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&'+/-]*$/u
/** Longer than any model number: a telephone number or an IMEI. */
const LONG_NUMBER = /(?:\d[ ./-]?){7}/

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const SPELLINGS = new Map<string, string>([
  ...KNOWN.map((brand) => [lettersOf(brand), brand] as const),
  ...ALSO,
])

/** `kodak` and `KODAK` are `Kodak`; four capitals or fewer are taken for initials. */
function evenCase(word: string): string {
  const isShout = word.length > 4 && word === word.toUpperCase()
  const isWhisper = word === word.toLowerCase()
  if (!isShout && !isWhisper) return word
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()
}

export type TidyBrand =
  /** `null`: nobody knows. */
  { readonly brand: string | null } | { readonly reason: string }

/**
 * A brand as it is meant: known brands as their makers write them, others with single spaces and even
 * case, `null` for empty cells and words for "unknown". Refuses what is no brand: more than 40
 * characters or 4 words, a number as long as a telephone's, signs that no brand has. Nothing that
 * could be a sentence or a person's number is let through.
 * `tidyBrand(' samsung ')` is `{ brand: 'Samsung' }`, `tidyBrand('n/a')` is `{ brand: null }`.
 */
export function tidyBrand(text: string): TidyBrand {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (/\p{C}/u.test(plain)) return { reason: 'holds a sign that no brand has' }
  const letters = lettersOf(plain)
  if (/^[\p{P}\p{S} ]*$/u.test(plain) || UNKNOWN.has(letters)) return { brand: null }
  const known = SPELLINGS.get(letters)
  if (known) return { brand: known }
  if (plain.length > MOST_LETTERS) return { reason: `has more than ${MOST_LETTERS} characters` }
  const words = plain.split(' ')
  if (words.length > MOST_WORDS) return { reason: `has more than ${MOST_WORDS} words` }
  if (!BRAND.test(plain)) return { reason: 'holds a sign that no brand has' }
  if (LONG_NUMBER.test(plain)) return { reason: 'holds a number as long as a telephone number' }
  if (nameCode(plain) === null) return { reason: 'is too long' }
  return { brand: words.map(evenCase).join(' ') }
}

/** Whether a brand stands on the list of brands as their makers write them: it tells of no person. */
export const isListedBrand = (brand: string): boolean =>
  (KNOWN as readonly string[]).includes(brand)
