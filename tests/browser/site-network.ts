import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outlet } from '#domain/outlets/outlet.ts'

const site = process.env.FIXPOINT_TEST_SITE ?? '.cache/test-site'
const dir = process.env.FIXPOINT_SNAPSHOT ?? join(site, 'snapshot')

/** The outlets that the site under test was built from. */
export const siteOutlets = (): readonly Outlet[] =>
  JSON.parse(readFileSync(join(dir, 'outlets.json'), 'utf8'))

/** The first outlet that a rule speaks of; without one the rule can't be tested, and that fails. */
export function outletWhere(says: (outlet: Outlet) => boolean): Outlet {
  const outlet = siteOutlets().find(says)
  if (!outlet) throw new Error('The test network has no such outlet.')
  return outlet
}

export const serving = (outlet: Outlet): boolean =>
  outlet.operation === 'open' && outlet.qualification !== 'disqualified'

export const pageOf = ({ code }: Outlet, prefix = ''): string =>
  `${prefix}/outlets/${code.toLowerCase()}/`
