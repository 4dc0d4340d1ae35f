import { Temporal } from 'temporal-polyfill'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { maskPersonal } from '#domain/voices/mask-personal.ts'
import { daysOfMonth } from '#domain/voices/period.ts'
import type { VoiceKind } from '#domain/voices/voice-kind.ts'
import { type Place, placeIn, sealPlace } from '#functions/db/sealed-place.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import type { Wish } from './analyse-voices.ts'
import { heardBy } from './heard-by.ts'
import {
  type Asking,
  type ScopeRefusal,
  scopeOfVoices,
  type VoiceScope,
} from './scope-of-voices.ts'
import { type SaidRow, saidBefore } from './store.ts'

type Heard = Extract<VoiceScope, { readonly ok: true }>

/** Words without what names anybody. */
export type Verbatim = {
  readonly at: number
  readonly outlet: string | null
  readonly about: string | null
  readonly themes: readonly string[]
  readonly words: string
}

export type Verbatims = {
  readonly verbatims: readonly Verbatim[]
  /** Where the next page begins; null = this is the last one. */
  readonly next: string | null
  /** That they were read, for the access log. */
  readonly noted: Prepared
}

const A_PAGE = 50
/** Pages that are looked through for voices of a region among everybody's. */
const MOST_TURNS = 4
const LIST = 'words'

const startOf = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds

const latestFirst = (a: SaidRow, b: SaidRow): number => b.at - a.at || (a.code < b.code ? 1 : -1)

function verbatim({ at, outlet_code, about, themes, said, name }: SaidRow): readonly Verbatim[] {
  // Nothing was written, or it was erased.
  if (!said) return []
  const words = maskPersonal(said, name ? [name] : [])
  return [{ at, outlet: outlet_code, about, themes: themes ? JSON.parse(themes) : [], words }]
}

type Looking = {
  readonly kind: VoiceKind
  readonly scope: Heard
  readonly before: Place
  readonly from: number
}

const placeOf = ({ at, code }: SaidRow): Place => ({ at, id: code })

/** The next rows of a scope that may be heard, latest first; a region's are looked for among everybody's. */
async function nextRows(asking: Asking, { kind, scope, before, from }: Looking) {
  const { databases } = asking
  const [only] = scope.outlets
  const outlet = !scope.isWhole && scope.outlets.length === 1 && only ? only : null
  const inside = new Set(scope.outlets)
  const found: SaidRow[] = []
  let at = before
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const page = { kind, outlet, before: at, from, most: A_PAGE }
    const read = await readEverywhere(databases.all.map((one) => saidBefore(one, page)))
    const rows = read.flat().toSorted(latestFirst).slice(0, A_PAGE)
    const last = rows.at(-1)
    const own = rows.filter((row) => scope.isWhole || inside.has(row.outlet_code ?? ''))
    const heard = await heardBy(asking, kind, own)
    const room = A_PAGE - found.length
    found.push(...heard.slice(0, room))
    const lastFound = found.at(-1)
    if (lastFound && heard.length > room) return { found, next: placeOf(lastFound) }
    if (!last || rows.length < A_PAGE) return { found, next: null }
    at = placeOf(last)
    if (found.length >= A_PAGE) break
  }
  return { found, next: at }
}

type VerbatimWish = Wish & { readonly kind: VoiceKind; readonly before: string | null }

/** One page of what was said in some months, latest first and masked; reading it is noted. */
export async function readVerbatims(
  asking: Asking & Pick<Sources, 'randomByte'>,
  { kind, before, months, ...wanted }: VerbatimWish,
): Promise<Verbatims | { readonly refusal: ScopeRefusal }> {
  const scope = await scopeOfVoices(asking, wanted)
  if (!scope.ok) return { refusal: scope.refusal }
  const { hub, staff, config, keys } = asking
  const zone = networkZone(config)
  const [first = '', last = first] = [months[0], months.at(-1)]
  const until = { at: startOf(daysOfMonth(last).until, zone), id: '' }
  const begins = (before && (await placeIn(keys, LIST, before))) || until
  const looking = {
    ...{ kind, scope, from: startOf(daysOfMonth(first).from, zone) },
    before: begins.at < until.at ? begins : until,
  }
  const { found, next } = await nextRows(asking, looking)
  const access = { subject: `staff/${staff.id}`, staffId: staff.id, act: 'read_voices' }
  return {
    verbatims: found.flatMap(verbatim),
    next: next && (await sealPlace(keys, LIST, next)),
    noted: noteAccess(hub, access, asking),
  }
}
