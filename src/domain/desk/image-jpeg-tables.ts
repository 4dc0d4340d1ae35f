import { uint16 } from './image-file.ts'

/** Length of the table that begins at a place of a segment; null = none can. */
type TableLength = (bytes: Uint8Array, at: number) => number | null

const MOST_TABLES = 3
const MOST_CODES = 256

/** Precision and number, then 64 values of one byte or two. */
const quantization: TableLength = (bytes, at) => {
  const head = bytes[at] ?? 0
  const [precision, number] = [head >> 4, head & 15]
  return precision > 1 || number > MOST_TABLES ? null : 1 + 64 * (precision + 1)
}

/** Class and number, how many codes of each length from 1 to 16, then their values. */
const huffman: TableLength = (bytes, at) => {
  const head = bytes[at] ?? 0
  const codes = bytes.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)
  return head >> 4 > 1 || (head & 15) > MOST_TABLES || codes > MOST_CODES ? null : 17 + codes
}

const restart: TableLength = () => 2

const LENGTHS: Readonly<Record<number, TableLength>> = {
  219: quantization,
  196: huffman,
  221: restart,
}

/**
 * Whether a segment of tables (DQT, DHT, DRI; marker at `from`) is filled by whole tables to its last
 * byte: nothing else can hide in it.
 */
export function isOfTables(bytes: Uint8Array, from: number): boolean {
  const lengthOf = LENGTHS[bytes[from + 1] ?? 0]
  const end = from + 2 + uint16(bytes, from + 2)
  let at = from + 4
  while (lengthOf && at < end) {
    const length = lengthOf(bytes, at)
    if (length === null) return false
    at += length
  }
  return lengthOf !== undefined && at === end && end > from + 4
}
