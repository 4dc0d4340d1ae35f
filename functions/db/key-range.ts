/** A part of a table that is swept: rows from before an instant among the first so many from a key on. */
export type KeyRange = {
  readonly from: string
  /** Epoch ms. */
  readonly before: number
  readonly most: number
}
