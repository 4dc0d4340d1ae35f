/**
 * A person's name as it is kept to be found by: one width, lower case, without accents, spaces and
 * punctuation; every script stays. A prefix of it is what somebody begins to type.
 * `findName('Ｚoë  O’Neil')` is `'zoeoneil'`, `findName('阿依·古丽')` is `'阿依古丽'`.
 */
export const findName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/** One character of these scripts is a name's beginning; of others it would be anybody's. */
const WHOLE_SYLLABLES = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * The prefix to look for when somebody typed the beginning of a name; null = too little to look for:
 * nothing, or a single letter.
 * `namePrefix('王')` is `'王'`, `namePrefix('w')` is null.
 */
export function namePrefix(text: string): string | null {
  const name = findName(text)
  return [...name].length >= 2 || WHOLE_SYLLABLES.test(name) ? name : null
}
