import type { Outlet } from '#domain/outlets/outlet.ts'
import type { PlaceOrigin } from '#domain/places/place-origin.ts'
import { readTogether } from '#functions/db/statement.ts'
import { findNearestEach } from '#functions/outlets/find-nearest.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { mailInCentre } from './mail-in-centre.ts'
import { type Asking, regionLine } from './origin-of-place.ts'

/** Whether phones may be posted to an outlet now. */
const takesPost = ({ kind, operation, qualification }: Outlet): boolean =>
  kind === 'mail_in_centre' && operation === 'open' && qualification !== 'disqualified'

/** The centre configured for the region of a place, or for all. */
async function configured(
  { assets, config }: Asking,
  origin: PlaceOrigin | null,
): Promise<string | null> {
  const { byRegion, default: usual } = config.mailIn.centres
  const region = origin?.place?.region?.id
  if (!region || Object.keys(byRegion).length === 0) return usual
  const line = await regionLine(assets, region)
  return line.map((id) => byRegion[id]).find((code) => code !== undefined) ?? usual
}

async function nearest(asking: Asking, { lat, lon }: PlaceOrigin): Promise<Outlet | null> {
  const filter = { kind: 'mail_in_centre' } as const
  const [found = []] = await findNearestEach(asking, [{ lat, lon, limit: 3, filter }])
  return found.map(({ outlet }) => outlet).find(takesPost) ?? null
}

async function namedCentre({ hub }: Asking, code: string | null): Promise<Outlet | null> {
  if (!code) return null
  const [rows] = await readTogether([outletOnRecord(hub, code)])
  const outlet = placedOutlet(rows)?.outlet
  return outlet && takesPost(outlet) ? outlet : null
}

export type CentreWish = {
  /** Where the phone comes from; null = not known. */
  readonly origin: PlaceOrigin | null
  /** A centre that was proposed before. */
  readonly code: string | null
}

/**
 * The centre that a phone is posted to: the one proposed before, the one configured for the region or
 * for all, the nearest, or any there is. null = none takes phones.
 */
export const findMailInCentre = async (
  asking: Asking,
  { origin, code }: CentreWish,
): Promise<Outlet | null> =>
  (await namedCentre(asking, code)) ??
  (await namedCentre(asking, await configured(asking, origin))) ??
  (origin ? await nearest(asking, origin) : await namedCentre(asking, await mailInCentre(asking)))
