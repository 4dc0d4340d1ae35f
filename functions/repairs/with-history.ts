import { isOneHourListed, modelOf } from '#domain/repairs/catalogue.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import type { Sources } from '#functions/db/sources.ts'
import { earlierRepair, returnOf } from './device-chain.ts'
import type { LoadedRepair } from './load-repair.ts'

/** When a walk-in came with their phone, as the queue has it: the customer's clock begins there. */
const arrivalOf = ({ repair, booking }: LoadedRepair, receivedAt: number): number | null => {
  const arrivedAt = repair.wayIn === 'walk_in' ? (booking?.arrivedAt ?? null) : null
  return arrivedAt !== null && arrivedAt <= receivedAt ? arrivedAt : null
}

/**
 * What a step is decided by beside what it says: a device that was here before makes its receipt a
 * repeat, unless the desk says which one it is; who came in the queue arrived then; whether it is on the one-hour list is the catalogue's to
 * say; a request lapses by its visit's slot as it stands.
 */
export function withHistory(
  { action, happenedAt }: { readonly action: RepairAction; readonly happenedAt: number | null },
  loaded: LoadedRepair,
  { now, config }: Pick<Sources, 'now' | 'config'>,
): RepairAction {
  const { seen, repair, booking } = loaded
  if (action.type === 'lapse') return { ...action, slotAt: booking?.startsAt ?? null }
  if (action.type !== 'receive') return action
  const { code, model, faultCode: fault } = repair
  return {
    ...action,
    arrivedAt: action.arrivedAt ?? arrivalOf(loaded, happenedAt ?? now),
    repeatOf: action.repeatOf ?? earlierRepair(seen, { code, now }),
    repeat: returnOf(seen, { code, at: happenedAt ?? now }),
    family: modelOf(config.catalogue, model)?.family ?? null,
    isOneHourListed: action.isOneHourListed ?? isOneHourListed(config.catalogue, { model, fault }),
  }
}
