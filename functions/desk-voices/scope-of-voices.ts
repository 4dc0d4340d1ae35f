import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletsWith } from '#functions/desk-find/searched-outlets.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { everyOutlet, outletIs, outletsInRegion } from './store.ts'

export type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'config'> & {
  readonly staff: Staff
}

/** Whose voices are asked for: an outlet's, a region's, or (both null) all that somebody may hear. */
export type WantedScope = { readonly outlet: string | null; readonly region: string | null }

export type ScopeRefusal = 'unknown_outlet' | 'not_found' | 'not_your_role'
export type VoiceScope =
  | {
      readonly ok: true
      readonly outlets: readonly string[]
      /** What is about no outlet belongs to it too. */
      readonly isWhole: boolean
    }
  | { readonly ok: false; readonly refusal: ScopeRefusal }

const refused = (refusal: ScopeRefusal): VoiceScope => ({ ok: false, refusal })
const codesOf = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code)

async function oneOutlet({ hub, staff }: Asking, code: string): Promise<VoiceScope> {
  const why = await whyNotAtOutlet({ hub, staff }, code, 'voice.analyse')
  if (why) return refused(why === 'out_of_scope' ? 'unknown_outlet' : why)
  const [[found]] = await readTogether([outletIs(hub, code)])
  return found ? { ok: true, outlets: [code], isWhole: false } : refused('unknown_outlet')
}

/** The outlets whose voices somebody asks for and may hear; none of theirs is as if it weren't there. */
export async function scopeOfVoices(asking: Asking, wanted: WantedScope): Promise<VoiceScope> {
  const { hub, staff } = asking
  if (wanted.outlet !== null) return await oneOutlet(asking, wanted.outlet)
  const own = await outletsWith(hub, staff, 'voice.analyse')
  if (wanted.region !== null) {
    const [rows] = await readTogether([outletsInRegion(hub, wanted.region)])
    const inside = codesOf(rows).filter((code) => own === null || own.includes(code))
    return inside.length > 0 ? { ok: true, outlets: inside, isWhole: false } : refused('not_found')
  }
  if (own !== null) {
    return own.length > 0 ? { ok: true, outlets: own, isWhole: false } : refused('not_your_role')
  }
  const [rows] = await readTogether([everyOutlet(hub)])
  return { ok: true, outlets: codesOf(rows), isWhole: true }
}
