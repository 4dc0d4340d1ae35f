import type { LocalText } from '#domain/outlets/outlet.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import {
  deviceChains,
  deviceHashes,
  earlierRepair,
  REPEAT_MS,
} from '#functions/repairs/device-chain.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { noteAccess } from '#functions/staff/log-access.ts'

/** A repair that this device came with before. */
export type EarlierRepair = {
  readonly code: string
  readonly repair: Repair
  readonly receivedAt: number
  readonly outletName: LocalText
  readonly zone: string
  /** Within 90 days of leaving: what is registered now is a repeat of the last of these. */
  readonly isRepeat: boolean
}

export type DeviceHistory = {
  /** The last ones first. */
  readonly repairs: readonly EarlierRepair[]
  /** Code of the repair that this one repeats; null = none. */
  readonly repeatOf: string | null
}

export const NO_HISTORY: DeviceHistory = { repairs: [], repeatOf: null }

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'randomByte'> & {
  readonly staff: Staff
}
type Device = { readonly imeis: readonly string[]; readonly serial: string | null }

const MOST = 5

async function namesOf({ hub }: Pick<Asking, 'hub'>, codes: readonly string[]) {
  if (codes.length === 0) return new Map()
  const rows = await readEverywhere(codes.map((code) => outletOnRecord(hub, code)))
  return new Map(
    rows.flatMap((found) => {
      const outlet = placedOutlet(found)?.outlet
      return outlet ? [[outlet.code, outlet] as const] : []
    }),
  )
}

export type HistoryWish = {
  readonly device: Device
  /** Where the device lies on the counter. */
  readonly outlet: string
  /** The repair that is being taken in; null = none yet. */
  readonly except: string | null
}

export type SearchedHistory =
  | {
      readonly history: DeviceHistory
      /** Says in the hub that somebody looked for a device; written by whoever shows the history. */
      readonly log: readonly Prepared[]
    }
  | { readonly refusal: 'unknown_outlet' | 'not_your_role' }

/**
 * The repairs that a device came with, by any of its numbers, wherever they were done, for somebody who
 * takes phones in at an outlet. It is a search, and `log` says so.
 */
export async function showHistory(
  asking: Asking,
  { device, outlet, except }: HistoryWish,
): Promise<SearchedHistory> {
  const { hub, staff } = asking
  const why = await whyNotAtOutlet(asking, outlet, 'intake.take')
  if (why) return { refusal: why === 'out_of_scope' ? 'unknown_outlet' : why }
  const access = { subject: `staff/${staff.id}`, staffId: staff.id, act: 'searched_device' }
  const log = [noteAccess(hub, access, asking)]
  return { history: await historyOf(asking, device, except), log }
}

async function historyOf(
  asking: Asking,
  device: Device,
  except: string | null,
): Promise<DeviceHistory> {
  const { keys, databases, now } = asking
  const hashes = await deviceHashes(keys, { device })
  if (hashes.length === 0) return NO_HISTORY
  const rows = (await readEverywhere(deviceChains(databases, hashes))).flat()
  const seen = [...new Map(rows.map((row) => [row.code, row])).values()]
    .filter(({ code }) => code !== except)
    .map((row) => ({ row, repair: JSON.parse(row.state) as Repair }))
    .filter(({ repair }) => repair.receivedAt !== null)
    .toSorted((a, b) => b.row.received_at - a.row.received_at)
    .slice(0, MOST)
  const outlets = await namesOf(asking, [...new Set(seen.map(({ repair }) => repair.atOutlet))])
  const repairs = seen.map(({ row, repair }): EarlierRepair => {
    const outlet = outlets.get(repair.atOutlet)
    return {
      ...{ code: row.code, repair, receivedAt: row.received_at },
      outletName: outlet?.name ?? { en: repair.atOutlet, 'zh-CN': repair.atOutlet },
      zone: outlet?.zone ?? 'UTC',
      isRepeat: repair.closedAt !== null && repair.closedAt > now - REPEAT_MS,
    }
  })
  return { repairs, repeatOf: earlierRepair(rows, { code: except ?? '', now }) }
}
