import { getEntry } from 'astro:content'
import type { CoverageFile } from '#domain/coverage/coverage-file.ts'

/** How many people live near a repair, as the build worked it out. */
export async function theCoverage(): Promise<CoverageFile> {
  const entry = await getEntry('coverage', 'coverage')
  if (!entry)
    throw new Error('There is no coverage.json beside the snapshot: npm run build makes it.')
  return entry.data as unknown as CoverageFile
}
