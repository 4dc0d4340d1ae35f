/** Letters that don't come apart into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
}

/** Peoples that autonomous areas are named after, between the name and its ending. */
const PEOPLES =
  '(?:(?:壮|回|藏|苗|侗|彝|羌|白|傣|黎|瑶|满|土家|布依|哈尼|傈僳|景颇|朝鲜|蒙古|哈萨克)族|维吾尔|哈萨克|柯尔克孜|(?<!内)蒙古)*'

/** Administrative endings of Chinese names, longest first; people write them or leave them out. */
const CHINESE_ENDING = new RegExp(
  `(?:特别行政区|特别市|广域市|${PEOPLES}自治[区州县旗]|街道|地区|新区|[省市县区镇乡旗州盟])$`,
)

/**
 * A name as it is compared: case, accents, width, spaces and punctuation folded away; Latin letters,
 * digits and Chinese characters stay. Other scripts vanish.
 * `normaliseName("Xi’an")`, `'XIAN'` and `'xi an'` are all `'xian'`.
 */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[øłđðþßæœıħ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9\p{Script=Han}]/gu, '')

/**
 * A normalised Chinese name without its administrative ending; at least two characters stay.
 * `chineseStem('深圳市')` is `'深圳'`, `chineseStem('忠县')` stays `'忠县'`.
 */
export function chineseStem(name: string): string {
  const stem = name.replace(CHINESE_ENDING, '')
  return [...stem].length >= 2 && /^\p{Script=Han}+$/u.test(stem) ? stem : name
}
