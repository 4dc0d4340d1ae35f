import { readTicketCode } from '../identifiers/ticket-code.ts'

/** Stands for whatever was personal: the same for everything, so that nothing tells what it was. */
export const MASK = '•••'

const D = '[0-9０-９]'
const ID_CHAR = '[A-Za-z0-9_-]'

/** A day: it tells nothing of a person, though it looks like a number. */
const DATE = `(?<!${D})(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}(?!${D})`
/** Seven digits and more, however they are parted: phones, IMEIs, cards, identity numbers, parcels. */
const LONG_NUMBER = `[+＋]?[(（]?${D}(?:[\\s\\-－–—.·/()（）]{0,3}${D}){6,}`
const EXTENSION = `(?:\\s{0,2}(?:转|分机|ext\\.?|x|#)\\s{0,2}${D}{1,6})?`
const NUMBER = new RegExp(`(?<day>${DATE})|${LONG_NUMBER}[Xx]?${EXTENSION}`, 'g')
/** A number spelled in Chinese, digit by digit. */
const SPELLED = /[零〇一二三四五六七八九幺两]{7,}/g

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'，。；、）]+/gi
const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+\s?[@＠]\s?[A-Za-z0-9-]+(?:[.。][A-Za-z0-9-]+)+/g
const ANY_EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+[@＠][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Ticket and reference codes, in fours or together. */
const CODE =
  /(?<![A-Za-z0-9])[0-9A-Za-z]{4}([- ]?)[0-9A-Za-z]{4}\1[0-9A-Za-z]{4}\1[0-9A-Za-z](?![A-Za-z0-9])/g
/** Serials, parcels, passports, plates: letters and at least four digits together. */
const SERIAL =
  /(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=(?:[A-Za-z]*\d){4})[A-Za-z0-9]{8,}(?![A-Za-z0-9])/g

const ACCOUNT_OF = '微信|薇信|威信|v信|vx|wx|we\\s?chat|weixin|qq|telegram|whatsapp|支付宝|alipay'
const ACCOUNT = new RegExp(
  `(?<label>(?<![A-Za-z])(?:${ACCOUNT_OF})(?:\\s*(?:id\\b|号码?|是|[:：=]))+\\s*)${ID_CHAR}{5,32}` +
    `|(?<bare>(?<![A-Za-z])(?:${ACCOUNT_OF})\\s*)(?=${ID_CHAR}*[0-9_])${ID_CHAR}{5,32}`,
  'gi',
)
const WXID = /wxid_[A-Za-z0-9]+/gi

const CN_NUMBER = '[0-9０-９一二三四五六七八九十百]{1,6}'
const CN_UNIT = '号楼|号院|号|支弄|弄|栋|幢|座|单元|室|房|户|层|楼'
/** Numbers after a street or an estate. */
const AFTER_STREET = new RegExp(
  `(?<=(?:[路街巷道村苑]|胡同|小区|花园|大厦|广场|公寓)\\s?)(?:第?${CN_NUMBER}(?:[-－]${CN_NUMBER})*\\s?(?:${CN_UNIT})\\s?)+`,
  'g',
)
/** Where somebody lives inside a house, whether or not a street is told. */
const IN_HOUSE = new RegExp(`${CN_NUMBER}(?:[-－]${CN_NUMBER})*(?=\\s?(?:号楼|栋|幢|单元|室))`, 'g')
const STREET =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|terrace|crescent'
const HOUSE = new RegExp(
  `(?<![A-Za-z0-9])\\d{1,6}[A-Za-z]?(?=,?\\s+(?:[A-Za-z][\\w.'’-]*\\s+|(?:[A-Z][\\w.'’-]*\\s+){2,3})(?:${STREET})\\b)`,
  'gi',
)
const FLAT = /(?<=(?<![A-Za-z])(?:flat|apartment|apt|unit|room|suite)\.?\s?#?)\d+[A-Za-z]?\b/gi

const NAME = /(?<=(?:姓名\s?[:：是]?\s?|我的名字[是叫]\s?))\p{Script=Han}{2,4}/gu
const ENGLISH_NAME =
  /(?<=\b(?:my name is|my name's)\s)[A-Z][\p{L}'’-]*(?:\s[A-Z][\p{L}'’-]*){0,2}/gu

/** Thirteen letters may be a word (`international` reads as a code): no code is issued with I, L or O. */
const isCode = (text: string): boolean =>
  /\d/.test(text) || (!/[ilo]/i.test(text) && readTicketCode(text) !== null)

/** Names are short words: masked where they stand by themselves, in any case. */
function withoutNames(text: string, names: readonly string[]): string {
  return names
    .map((name) => name.trim())
    .filter((name) => name.length >= 2)
    .reduce((masked, name) => {
      const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      const edged = /\p{Script=Han}/u.test(name)
        ? literal
        : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`
      return masked.replace(new RegExp(edged, 'giu'), MASK)
    }, text)
}

function maskedOnce(text: string, names: readonly string[]): string {
  return (
    withoutNames(text, names)
      .replace(LINK, MASK)
      .replace(EMAIL, MASK)
      .replace(ANY_EMAIL, MASK)
      .replace(WXID, MASK)
      // Before accounts: the letters of a code may read like the name of a messenger.
      .replace(CODE, (code) => (isCode(code) ? MASK : code))
      .replace(SERIAL, MASK)
      .replace(ACCOUNT, (_, ...rest) => {
        const { label, bare } = rest.at(-1) as { label?: string; bare?: string }
        return `${label ?? bare ?? ''}${MASK}`
      })
      .replace(NUMBER, (number, ...rest) => {
        const { day } = rest.at(-1) as { day?: string }
        return day === undefined ? MASK : number
      })
      .replace(SPELLED, MASK)
      .replace(AFTER_STREET, MASK)
      .replace(IN_HOUSE, MASK)
      .replace(HOUSE, MASK)
      .replace(FLAT, MASK)
      .replace(NAME, MASK)
      .replace(ENGLISH_NAME, MASK)
  )
}

/** What stood beside something personal may look personal once that is gone. */
const MOST_ROUNDS = 8

/**
 * Words without what names a person or leads to one: links, e-mail addresses, phones (Chinese mobiles and
 * landlines with their extension among them), IMEIs, serials, ticket codes, identity numbers, accounts of
 * WeChat and the like, house numbers of English and Chinese addresses, and names that are known
 * (`names`). Days, prices and model names stay. Rather masks too much than too little; masking again
 * changes nothing. Other names it can't know.
 * `maskPersonal('Call 138 0013 8000, a@b.cn')` is `Call •••, •••`; `文三路88号` is `文三路•••`.
 */
export function maskPersonal(text: string, names: readonly string[] = []): string {
  let masked = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const again = maskedOnce(masked, names)
    if (again === masked) return masked
    masked = again
  }
  return masked
}

/** Whether words hold something that `maskPersonal` would take out. */
export const holdsPersonal = (text: string): boolean => maskPersonal(text) !== text
