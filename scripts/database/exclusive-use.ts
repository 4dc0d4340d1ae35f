import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether another process has the database open; a server does from its first query on. */
function inUse(path: string): boolean {
  const probe = new DatabaseSync(path, { timeout: 0 })
  try {
    probe.exec('PRAGMA locking_mode = EXCLUSIVE')
    probe.prepare('SELECT count(*) FROM sqlite_master').get()
    return false
  } catch (error) {
    if (/locked|busy/i.test((error as Error).message)) return true
    throw error
  } finally {
    probe.close()
  }
}

/** Waits for short users, such as a build that reads, to go; true when somebody stays. */
export async function staysInUse(path: string, patienceMs: number): Promise<boolean> {
  for (let waited = 0; inUse(path); waited += 250) {
    if (waited >= patienceMs) return true
    await pause(250)
  }
  return false
}
