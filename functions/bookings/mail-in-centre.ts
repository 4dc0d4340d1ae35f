import type { Sources } from '#functions/db/sources.ts'
import { findNearest } from '#functions/outlets/find-nearest.ts'

type Asking = Pick<Sources, 'hub' | 'now' | 'config'> & { readonly assets: Fetcher }

/** Where parcels go when nobody says where they come from: the configured centre, else any there is. */
export async function mailInCentre(asking: Asking): Promise<string | null> {
  const { default: configured } = asking.config.mailIn.centres
  if (configured !== null) return configured
  const [centre] = await findNearest(asking, {
    ...{ lat: 0, lon: 0, limit: 1 },
    filter: { kind: 'mail_in_centre' },
  })
  return centre?.outlet.code ?? null
}
