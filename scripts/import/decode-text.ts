import { analyse } from 'chardet'

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

/** GB18030 text is mostly Han; Latin-1 text read as GB18030 is Latin letters with a few rare signs. */
function looksChinese(bytes: Uint8Array): boolean {
  const guess = analyse(bytes).find(({ name }) =>
    /^(GB18030|Big5|ISO-8859-1|windows-1252)/.test(name),
  )
  if (guess?.name !== 'GB18030') return false
  const high = bytes.reduce((count, byte) => count + Number(byte >= 0x80), 0)
  const text = new TextDecoder('gb18030').decode(bytes)
  const han = text.match(/[\u4e00-\u9fa5，。（）；：、]/g)?.length ?? 0
  return han * 2 >= high * 0.8
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
