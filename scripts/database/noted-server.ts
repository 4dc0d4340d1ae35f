import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const noteIn = (persistDir: string): string => join(persistDir, 'served-at')

/** Notes beside a database where it is being served, so that scripts find a server on any port. */
export function noteServer(persistDir: string, origin: string): void {
  mkdirSync(persistDir, { recursive: true })
  writeFileSync(noteIn(persistDir), origin)
}

export const forgetServer = (persistDir: string): void =>
  rmSync(noteIn(persistDir), { force: true })

/** Where the database was served last; null = nowhere. Whoever reads it still has to ask there. */
export function notedServer(persistDir: string): string | null {
  try {
    return readFileSync(noteIn(persistDir), 'utf8')
  } catch {
    return null
  }
}
