import { repeatStepsFor } from '#domain/repeats/decide-repeat.ts'
import type { Repeat } from '#domain/repeats/repeat.ts'
import { repeatSides } from '#domain/repeats/repeat-sides.ts'
import { opensRoute } from '#domain/staff/permissions.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import { type Page, pageOf, readInOrder } from '#functions/db/read-in-order.ts'
import type { Place } from '#functions/db/sealed-place.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { outletsWith } from '#functions/desk-find/searched-outlets.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { type Asking, placesOfRepeat } from './see-repeat.ts'
import { type RepeatRow, repeatsOfOutlet, repeatsTodo } from './store.ts'

const A_PAGE = 50
const FIRST: Place = { at: 0, id: '' }

const fromRow = ({ state }: RepeatRow): Repeat => JSON.parse(state)

/**
 * A page of the returns of which the asker has to say why, or whose contest they have to decide, the longest
 * waiting first. What is another's to judge is taken out of its page, and no page is lost.
 */
export async function listRepeats(
  asking: Asking,
  after: Place | null = null,
): Promise<Page<Repeat> | { readonly refusal: 'not_your_role' }> {
  const { hub, databases, staff, now } = asking
  if (!opensRoute(staff, 'repeat.classify')) return { refusal: 'not_your_role' }
  const outlets = await outletsWith(hub, staff, 'repeat.classify')
  const listing = { after: after ?? FIRST, most: A_PAGE + 1, notOf: ownOutlets(staff) }
  const rows = await readInOrder(databases, outlets, repeatsTodo(listing))
  const placeOf = ({ cameBackAt: at, code: id }: Repeat): Place => ({ at, id })
  const { listed, next } = pageOf(rows.map(fromRow), { most: A_PAGE, placeOf })
  const placesOf = await placesOfRepeat(asking, listed)
  const isTheirs = (repeat: Repeat): boolean =>
    repeatStepsFor(repeat, {
      ...{ now, by: staff.id, sides: repeatSides(staff, placesOf(repeat)), isExamined: true },
    }).length > 0
  return { listed: listed.filter(isTheirs), next }
}

/** The latest fifty returns of an outlet's repairs, wherever they came back to. */
export async function repeatsAt(
  { hub, databases, staff }: Asking,
  outlet: string,
): Promise<readonly Repeat[] | { readonly refusal: 'unknown_outlet' | 'not_your_role' }> {
  const why = await whyNotAtOutlet({ hub, staff }, outlet, 'repeat.see')
  if (why) return { refusal: why === 'out_of_scope' ? 'unknown_outlet' : why }
  const rows = await readEverywhere(
    databases.all.map((one) => repeatsOfOutlet(one, outlet, A_PAGE)),
  )
  return rows
    .flat()
    .map(fromRow)
    .toSorted((a, b) => b.cameBackAt - a.cameBackAt)
    .slice(0, A_PAGE)
}
