/** A text as keywords are looked for in it: half-width, lower case, straight quotes, "n't" as a word. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\bcannot\b|\bcan't\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')

const HAN = /\p{Script=Han}/u

/** English words stand by themselves, `*` at their end is any ending; Chinese ones have no edges. */
const patternOf = (keyword: string): string =>
  HAN.test(keyword)
    ? keyword
    : `(?<![a-z])${keyword.replaceAll(' ', '\\s+').replace(/\*$/, '[a-z]*')}(?![a-z])`

/** One expression for a list of keywords, the longest first, so that the fuller one is named. */
export const anyOf = (keywords: readonly string[]): RegExp =>
  new RegExp(
    [...keywords]
      .sort((a, b) => b.length - a.length)
      .map(patternOf)
      .join('|'),
    'gu',
  )
