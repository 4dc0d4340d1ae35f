/** Text that holds no placeholder: strings, quoted names, comments. */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//
const TOKEN = new RegExp(`(${QUOTED.source})|\\?(\\d*)`, 'g')

/**
 * Puts numbers and nulls into the statement as literals and renumbers what is left, for an endpoint
 * that takes strings as its only parameters.
 * `inlineValues('a = ?1 AND b = ?2', [7, 'x'])` is `{ sql: 'a = 7 AND b = ?1', params: ['x'] }`.
 * Throws for values that are neither string, finite number, boolean nor null.
 */
export function inlineValues(
  sql: string,
  values: readonly unknown[],
): { sql: string; params: string[] } {
  const params: string[] = []
  const places = new Map<number, string>()
  let next = 0
  const literal = (value: unknown): string => {
    if (value === null) return 'NULL'
    if (typeof value === 'boolean') return String(Number(value))
    if (typeof value === 'number' && Number.isFinite(value)) return String(value)
    throw new Error(`This hub can't take a value of type ${typeof value}.`)
  }
  const placeOf = (index: number): string => {
    const known = places.get(index)
    if (known) return known
    const value = values[index]
    const place = typeof value === 'string' ? `?${params.push(value)}` : literal(value)
    places.set(index, place)
    return place
  }
  const text = sql.replace(TOKEN, (whole, quoted?: string, number?: string) => {
    if (quoted !== undefined) return whole
    const index = number ? Number(number) - 1 : next
    next = Math.max(next, index + 1)
    return placeOf(index)
  })
  return { sql: text, params }
}
