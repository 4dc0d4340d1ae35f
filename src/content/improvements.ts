import { getCollection } from 'astro:content'
import type { PublicImprovement } from '#domain/improvements/public-improvement.ts'

/** What the public reads of improvements, in the order of the desk's list. */
export async function theImprovements(): Promise<readonly PublicImprovement[]> {
  const entries = await getCollection('improvements')
  const all = entries.map(({ data }) => data as unknown as PublicImprovement & { place: string })
  return all.toSorted((a, b) => (a.place < b.place ? -1 : 1))
}
