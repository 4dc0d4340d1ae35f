/**
 * A word of the standard as a code for columns and events: `ordsCode('Power/battery')` is
 * `power_battery`, `ordsCode('End of life')` is `end_of_life`.
 */
export const ordsCode = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')

/** The word of a list whose code this is. Throws for a code that none of them has: no import writes it. */
export function wordOfCode<Word extends string>(words: readonly Word[], code: string): Word {
  const found = words.find((word) => ordsCode(word) === code)
  if (!found) throw new Error(`no word of the Open Repair Data Standard has the code ${code}`)
  return found
}

/**
 * A name as a code of 1 to 64 symbols that can stand in an event: accents fall away, letters outside
 * a-z are written by their code point. `nameCode('The Restart Project')` is `the-restart-project`,
 * `nameCode('小米')` is `u5c0f-u7c73`; null where nothing is left or it would be too long.
 */
export function nameCode(name: string): string | null {
  const code = [...name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((letter) => {
      if (/[a-z0-9]/.test(letter)) return letter
      return /[\p{L}\p{N}]/u.test(letter) ? `-u${letter.codePointAt(0)?.toString(16)}-` : '-'
    })
    .join('')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  return code !== '' && code.length <= 64 ? code : null
}
