import { existsSync, renameSync, rmSync } from 'node:fs'

/** Puts a finished site in the place of the standing one, which a server may be serving meanwhile. */
export function swapIn(next: string, standing: string): void {
  const old = `${standing}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(standing)) renameSync(standing, old)
  renameSync(next, standing)
  rmSync(old, { recursive: true, force: true })
}
