/** A parameter of a bulk statement stays under D1's limit with room to spare, and a statement short. */
const MOST_ROWS = 5000
const MOST_BYTES = 900_000

export type BulkLimits = { readonly rows: number; readonly bytes: number }
export const LOCAL_LIMITS: BulkLimits = { rows: MOST_ROWS, bytes: MOST_BYTES }
/** A statement in an SQL file carries its rows as text, and D1 takes statements up to 100 KB. */
export const FILE_LIMITS: BulkLimits = { rows: MOST_ROWS, bytes: 60_000 }

/** JSON arrays of rows for `json_each(?1)`, each within the limits. */
export function* bulkJson(
  rows: Iterable<readonly unknown[]>,
  limits: BulkLimits = LOCAL_LIMITS,
): Generator<string> {
  let parts: string[] = []
  let bytes = 2
  for (const row of rows) {
    const part = JSON.stringify(row)
    const size = Buffer.byteLength(part) + 1
    if (parts.length > 0 && (parts.length >= limits.rows || bytes + size > limits.bytes)) {
      yield `[${parts.join(',')}]`
      parts = []
      bytes = 2
    }
    parts.push(part)
    bytes += size
  }
  if (parts.length > 0) yield `[${parts.join(',')}]`
}
