import { randomBytes } from 'node:crypto'
import { issuePlaqueCode } from '#domain/outlets/plaque-code.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { takenPlaques } from './load-present.ts'

const POOL_BYTES = 4096

function byteSource(): () => number {
  let bytes = randomBytes(0)
  let next = 0
  return () => {
    if (next >= bytes.length) {
      bytes = randomBytes(POOL_BYTES)
      next = 0
    }
    return bytes[next++] as number
  }
}

/** Random plaque codes that no outlet has and that were not issued before; `issued` is added to. */
export async function freshPlaques(
  database: HubDatabase,
  count: number,
  issued: Set<string>,
): Promise<string[]> {
  const randomByte = byteSource()
  const plaques = new Set<string>()
  while (plaques.size < count) {
    while (plaques.size < count) {
      const plaque = issuePlaqueCode(randomByte)
      if (!issued.has(plaque)) plaques.add(plaque)
    }
    for (const taken of await takenPlaques(database, [...plaques])) plaques.delete(taken)
  }
  for (const plaque of plaques) issued.add(plaque)
  return [...plaques]
}
