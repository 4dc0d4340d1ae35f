/** No letters that look alike: a password is read out over the phone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const PASSWORD_LETTERS = 20
const ID_LETTERS = 20
const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Letters of equal chance: a byte beyond the last whole round of them is drawn again. */
function drawn(count: number, letters: string, randomByte: () => number): string {
  const most = 256 - (256 % letters.length)
  let text = ''
  while (text.length < count) {
    const byte = randomByte()
    if (byte < most) text += letters[byte % letters.length]
  }
  return text
}

/** A first password of 99 random bits, in groups of five. It is shown once, to whoever asked for it. */
export const drawPassword = (randomByte: () => number): string =>
  drawn(PASSWORD_LETTERS, LETTERS, randomByte).replace(/(.{5})(?=.)/g, '$1-')

/** A random id with the prefix of what it names: `stf_…`. */
export const drawId = (prefix: string, randomByte: () => number): string =>
  `${prefix}_${drawn(ID_LETTERS, ID_ALPHABET, randomByte)}`
