import { z } from '@hono/zod-openapi'
import { IMAGE_REFUSALS, IMAGE_TYPES } from '#domain/desk/image-file.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { customerClock } from '#domain/repairs/clock.ts'
import { chargedTo, ledgerOf } from '#domain/repairs/ledger.ts'
import { COVERAGES, HOLDERS } from '#domain/repairs/repair.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import { repairJson, repairSchema } from '#functions/repairs/repair-json.ts'
import type { DeskRepair } from '#functions/repairs/show-desk-repair.ts'
import { STAFF_STEPS } from '#functions/repairs/step-json.ts'

const instant = z.iso.datetime({ offset: true })
const person = z.object({ id: z.string(), name: z.string() })

const photo = z.object({
  id: z.string(),
  moment: z.enum(['before', 'after']),
  mediaType: z.enum(IMAGE_TYPES),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  at: instant,
  by: person,
  /** Good for ten minutes. */
  url: z.string(),
})

export const deskRepairSchema = repairSchema
  .extend({
    allowedActions: z.array(z.enum(STAFF_STEPS)),
    assignedTo: person.nullable(),
    shelf: z.string().nullable(),
    coverage: z.enum(COVERAGES).nullable(),
    finding: z.object({ faultCode: z.string(), coverage: z.enum(COVERAGES) }).nullable(),
    repeatOf: z.string().nullable(),
    customerMinutes: z.int().nullable(),
    heldMinutes: z.record(z.enum(HOLDERS), z.int()),
    record: z.array(
      z.object({
        version: z.int(),
        type: z.string(),
        happenedAt: instant,
        recordedAt: instant,
        by: person,
      }),
    ),
    notes: z.array(z.object({ id: z.string(), at: instant, by: person, words: z.string() })),
    photos: z.array(photo),
    /** Null where it isn't the caller's to see, or erased. */
    customer: z
      .object({
        name: z.string(),
        phone: z.string().nullable(),
        imeis: z.array(z.string()),
        serial: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('DeskRepair')
export const deskRepairAnswer = z.object({ repair: deskRepairSchema })

export const noteBody = z.object({ words: z.string().trim().min(1).max(500) })
export const noteAnswer = z.object({ note: z.object({ id: z.string() }) })
export const assignBody = z.object({
  /** Staff id; `me`; null = nobody. */
  to: z.string().max(60).nullable(),
  /** Whose it was when the caller looked: somebody who was quicker keeps it. */
  seen: z.string().max(60).nullish(),
})
export const assignAnswer = z.object({ assignedTo: z.string().nullable() })
export const shelfBody = z.object({ shelf: z.string().trim().max(64).nullable() })
export const shelfAnswer = z.object({ shelf: z.string().nullable() })
export const photosAnswer = z.object({
  photos: z.array(z.object({ id: z.string(), width: z.int(), height: z.int() })),
  refused: z.array(z.object({ name: z.string(), code: z.enum([...IMAGE_REFUSALS, 'too_many']) })),
})

const MINUTE_MS = 60_000
const minutes = (ms: number): number => Math.floor(ms / MINUTE_MS)

type Terms = { readonly now: number; readonly links: ReadonlyMap<string, string> }

function heldMinutes({ events }: DeskRepair, now: number) {
  const charged = chargedTo(ledgerOf(events, now))
  return {
    customer: minutes(charged.customer),
    courier: minutes(charged.courier),
    outlet: minutes(charged.outlet),
    supply: minutes(charged.supply),
    nobody: minutes(charged.nobody),
  }
}

const customerOf = ({ personal }: DeskRepair) =>
  personal && {
    name: personal.contact.name,
    phone: personal.contact.phone?.display ?? null,
    imeis: [...(personal.device.imeis ?? [])],
    serial: personal.device.serial ?? null,
  }

/** A repair as the desk's programs see it. */
export function deskRepairJson(
  shown: DeskRepair,
  { now, links }: Terms,
): z.input<typeof deskRepairSchema> {
  const { repair, outlet, job, names, events } = shown
  const iso = (at: number) => isoAt(at, outlet.zone)
  const by = (id: string) => ({ id, name: names.get(id) ?? id })
  const clock = customerClock(repair, now)
  return {
    ...repairJson(shown),
    allowedActions: STAFF_STEPS.filter((step) => shown.allowed.includes(step)),
    assignedTo: job.assignedTo === null ? null : by(job.assignedTo),
    shelf: job.shelf,
    coverage: repair.finding?.coverage ?? repair.coverage,
    finding: repair.finding && {
      faultCode: repair.finding.faultCode,
      coverage: repair.finding.coverage,
    },
    repeatOf: repair.repeatOf && spellCode(repair.repeatOf),
    customerMinutes: clock && minutes(clock.elapsedMs),
    heldMinutes: heldMinutes(shown, now),
    record: shown.recordings.map(({ version, actor, recorded_at: at }, place) => ({
      ...{ version, by: by(actor), recordedAt: iso(at) },
      type: events[place]?.type ?? '',
      happenedAt: iso(events[place]?.happenedAt ?? at),
    })),
    notes: shown.notes.map(({ id, at, staff_id, words }) => ({
      ...{ id, words, at: iso(at), by: by(staff_id) },
    })),
    photos: shown.photos.map(({ id, moment, media_type: mediaType, staff_id, at, ...size }) => ({
      ...{ id, moment, mediaType, width: size.width, height: size.height, bytes: size.bytes },
      ...{ at: iso(at), by: by(staff_id), url: links.get(id) ?? '' },
    })),
    customer: customerOf(shown),
  }
}
