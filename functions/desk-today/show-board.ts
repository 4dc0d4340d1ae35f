import { type BoardColumn, boardColumns } from '#domain/desk/board-columns.ts'
import type { Sources } from '#functions/db/sources.ts'
import { loadBeside } from './load-beside.ts'
import { loadOutletDay, type OutletDay } from './load-outlet-day.ts'
import type { NotOpened, Opened } from './open-outlet.ts'

/** Every open repair of an outlet by where it stands. */
export type ShownBoard = {
  readonly day: OutletDay
  readonly columns: readonly BoardColumn[]
  /** Of who has jobs, by staff id. */
  readonly names: ReadonlyMap<string, string>
}

/** The board of an outlet, for somebody who may see it. */
export async function showBoard(
  asking: Pick<Sources, 'hub' | 'databases' | 'now'>,
  { code, may }: Opened,
): Promise<ShownBoard | NotOpened> {
  if (!may('board.see')) return { ok: false, refusal: 'not_your_role' }
  const day = await loadOutletDay(asking, code)
  if (!day) return { ok: false, refusal: 'unknown_outlet' }
  const { names } = await loadBeside(asking, day.repairs, { watches: false })
  return { day, names, columns: boardColumns(day.repairs) }
}
