import { FEWEST_SHOWN } from './disclosure.ts'

/** Nobody is no one to protect; 1 to 9 people are. */
export const isSmall = (n: number): boolean => n > 0 && n < FEWEST_SHOWN

/** People of a window of months, somewhere. */
export type Part = {
  readonly n: number
  /** Whether somebody is counted in its first month, and in its last. */
  readonly isSteady: boolean
}

type Hiding = {
  /** What has to stay hidden. */
  readonly hiddenBefore: ReadonlySet<string>
  readonly hidesSome: boolean
}

/**
 * Which parts of a told whole may be told: none from 1 to 9, none that isn't steady, none that an earlier
 * revision hid. Those hidden are nobody, or two at least of which the steady ones come to 10 at least,
 * since the whole less what is told tells their sum: until they do, the next smallest is hidden too.
 * `hidesSome`: the whole isn't told, and all of its parts would tell it.
 * Of 40, 12 and 3 only 40 is told.
 */
export function tellableParts(
  parts: ReadonlyMap<string, Part>,
  { hiddenBefore, hidesSome }: Hiding,
): ReadonlySet<string> {
  const some = [...parts].filter(([, { n }]) => n > 0)
  const isHidden = ([key, { n, isSteady }]: readonly [string, Part]) =>
    isSmall(n) || !isSteady || hiddenBefore.has(key)
  const hidden = some.filter(isHidden)
  const rising = some.filter((part) => !isHidden(part))
  rising.sort(([a, one], [b, other]) => one.n - other.n || (a < b ? -1 : 1))
  const steady = () => hidden.reduce((sum, [, { n, isSteady }]) => sum + (isSteady ? n : 0), 0)
  while ((hidesSome || hidden.length > 0) && (steady() < FEWEST_SHOWN || hidden.length < 2)) {
    const next = rising.shift()
    if (!next) break
    hidden.push(next)
  }
  const gone = new Set([...hidden.map(([key]) => key), ...hiddenBefore])
  return new Set([...parts.keys()].filter((key) => !gone.has(key)))
}

/** A place and its people in twelve months; of the root the parent is null. */
export type PlaceNode = Part & { readonly id: string; readonly parent: string | null }

/**
 * Which places of a tree may be told about people in twelve months. A sum is told with its parts: so
 * every difference of what is told comes to nobody or to 10 at least. Below a place that isn't told
 * nothing is; only the root may be told by other times, then `hidesSome` of its parts stay hidden.
 */
export function tellablePlaces(
  nodes: readonly PlaceNode[],
  { hiddenBefore, hidesSome }: Hiding,
): ReadonlySet<string> {
  const root = nodes.find(({ parent }) => parent === null)
  const told = new Set<string>()
  if (!root || isSmall(root.n) || !root.isSteady) return told
  const children = Map.groupBy(nodes, ({ parent }) => parent)
  const visit = (id: string): void => {
    const parts = new Map((children.get(id) ?? []).map((node) => [node.id, node]))
    const hiding = { hiddenBefore, hidesSome: hidesSome && id === root.id }
    for (const child of tellableParts(parts, hiding)) {
      told.add(child)
      visit(child)
    }
  }
  visit(root.id)
  return told
}
