import { bucketOf } from '#domain/outlets/bucket.ts'
import type { LocalText, Outlet, OutletKind, Ownership } from '#domain/outlets/outlet.ts'
import { outletSubject } from '#domain/outlets/outlet-decisions.ts'
import { issuePlaqueCode } from '#domain/outlets/plaque-code.ts'
import { type NotPermitted, whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import type { OutletAnswer } from './change-outlet.ts'
import type { EditingAs } from './edit-outlet.ts'
import { editableOutlet, insertOutlet, knownPartner, regionLine } from './edit-outlet-store.ts'

/** What an outlet must have to be one; everything else is edited afterwards. */
export type NewOutlet = {
  readonly code: string
  readonly name: LocalText
  readonly kind: OutletKind
  readonly ownership: Ownership
  readonly partnerId: string | null
  readonly regionId: string
  readonly lat: number
  readonly lon: number
  readonly zone: string
  readonly address: LocalText
}

export type RegisterRefusal =
  | 'code_taken'
  | 'unknown_place'
  | 'not_your_role'
  | 'not_found'
  | 'stale'
  | 'key_reused'

const NOBODY_HAS_SAID = {
  ...{ tags: [], operation: 'open', suspension: null },
  qualificationSince: null,
  ...{ services: { repair: 'done' }, productFamilies: ['phone'] },
  door: { floor: null, shop: null, metroExit: null },
  ...{ phones: [], hoursText: null, hours: null, hoursCheckedOn: null, stepFree: null },
  ...{ counterSeats: 2, benches: 1, openedOn: null, closedOn: null },
} as const satisfies Partial<Outlet>

const newOutlet = (staff: Staff, wish: NewOutlet, country: string): Outlet => ({
  ...NOBODY_HAS_SAID,
  ...wish,
  // Whoever else registers it, the head office confirms it first.
  qualification: whyNotEverywhere(staff, 'outlet.confirm') ? 'disqualified' : 'qualified',
  languages: [country === 'CN' ? 'zh' : 'en'],
  bucket: bucketOf(wish.code),
})

const NOWHERE: Place = { outlet: '', partner: null, regions: [] }

/**
 * Why somebody may not make an outlet in a region for a partner; null = they may. They must hold both:
 * a partner's manager none where the partner has nothing to do, a region's none in another firm's name.
 */
function whyNotThere(
  staff: Staff,
  regions: readonly string[],
  partner: string | null,
): NotPermitted | null {
  const places = [{ ...NOWHERE, regions }, ...(partner === null ? [] : [{ ...NOWHERE, partner }])]
  const refusals = places.map((place) => whyNotPermitted(staff, 'outlet.edit', [place]))
  return refusals.find((refusal) => refusal !== null) ?? null
}

/** Makes an outlet, which belongs to the network once the head office says so: its plaque code is drawn here and shown nowhere but on its plaque. */
export async function registerOutlet(
  { hub, now, staff, randomByte }: EditingAs & Pick<Sources, 'randomByte'>,
  { key, ...wish }: NewOutlet & { readonly key: string | null },
): Promise<Task<OutletAnswer, RegisterRefusal>> {
  const command = await commandOf({
    name: 'register_outlet',
    key,
    body: wish,
    actor: staff.id,
    now,
  })
  const refused = (refusal: RegisterRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  const { code, partnerId, regionId } = wish
  const [kept, [taken], line, partners] = await readTogether([
    keptAnswer(hub, command),
    editableOutlet(hub, code),
    regionLine(hub, regionId),
    knownPartner(hub, partnerId ?? ''),
  ])
  const why = whyNotThere(
    staff,
    line.map(({ id }) => id),
    partnerId,
  )
  if (why) return refused(why === 'out_of_scope' ? 'unknown_place' : why)
  const replay = replayOf<OutletAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  const [region] = line
  if (!region || (partnerId !== null && partners.length === 0)) return refused('unknown_place')
  if (taken) return refused('code_taken')
  const outlet = newOutlet(staff, wish, region.country_code)
  const plaqueCode = issuePlaqueCode(randomByte)
  const { kind, bucket } = outlet
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { code, version: 1 },
      events: [
        {
          ...{ subject: outletSubject(code), version: 1, type: 'outlet.registered' },
          ...{ happenedAt: now, data: { kind, regionId, bucket } },
        },
      ],
      rows: [insertOutlet(hub, outlet, { version: 1, lastIntakeMinutes: null, now, plaqueCode })],
    },
  }
}
