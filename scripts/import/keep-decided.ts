import type { Outlet } from '#domain/outlets/outlet.ts'
import type { PresentOutlet } from '#functions/outlets/import-outlets.ts'
import { BadCell } from './row-problem.ts'

const decided = (field: string, stands: string): BadCell =>
  new BadCell(
    field,
    `was decided at the desk and stands at ${stands}: leave it out of the file, or decide there`,
  )

/**
 * Throws BadCell where a file would undo what was decided about an outlet's qualification; `status` is where
 * that process stands. A file that says what stands, as an export does, passes.
 */
export function keepDecided(
  { qualification, operation }: Pick<Outlet, 'qualification' | 'operation'>,
  { row }: PresentOutlet,
  status: string,
): void {
  if (qualification !== row.qualification) throw decided('qualification', String(row.qualification))
  if (status === 'suspended' && operation === 'open') throw decided('operation', 'suspended')
}
