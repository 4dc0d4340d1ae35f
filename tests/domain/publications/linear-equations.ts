export type Row = readonly number[]

const leadOf = (row: Row): number => row.findIndex((x) => Math.abs(x) > 1e-9)

/** Rows by the column that they begin with, where each has a 1 and no other has anything. */
export type Echelon = Map<number, Row>

function reduce(row: Row, basis: Echelon): Row {
  let rest = row
  for (const [lead, one] of basis) {
    const by = rest[lead] ?? 0
    if (by !== 0) rest = rest.map((x, at) => x - by * (one[at] ?? 0))
  }
  return rest
}

/** What rows tell together. */
export function echelon(rows: readonly Row[]): Echelon {
  const basis: Echelon = new Map()
  for (const row of rows) {
    const rest = reduce(row, basis)
    const lead = leadOf(rest)
    if (lead < 0) continue
    const scaled = rest.map((x) => x / (rest[lead] ?? 1))
    for (const [at, other] of basis) {
      const by = other[lead] ?? 0
      if (by !== 0)
        basis.set(
          at,
          other.map((x, place) => x - by * (scaled[place] ?? 0)),
        )
    }
    basis.set(lead, scaled)
  }
  return basis
}

/** Whether a row can be worked out of what is told. */
export const isWorkedOut = (row: Row, basis: Echelon): boolean =>
  reduce(row, basis).every((x) => Math.abs(x) < 1e-6)
