export type DecodedText = { readonly text: string; readonly encoding: string }

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Whether bytes that are no UTF-8 look like GB18030: there a Chinese character is two bytes above 127
 * and stands beside others, in a Western text a letter with an accent stands between plain ones.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let [paired, alone, run] = [0, 0, 0]
  const endRun = () => {
    if (run % 2 === 0) paired += run
    else alone += run
    run = 0
  }
  for (const byte of bytes) {
    if (byte >= 0x80) run++
    else if (run > 0) endRun()
  }
  endRun()
  return paired > alone * 4
}

/**
 * The text of a file: by its byte order mark, as UTF-8 where it is that without a fault, else as
 * GB18030 or Windows-1252 (which holds Latin-1), whichever its bytes look like.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const encoding = looksChinese(bytes) ? 'gb18030' : 'windows-1252'
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}
