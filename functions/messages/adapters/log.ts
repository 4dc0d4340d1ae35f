import type { Adapter } from './adapter.ts'

/** Sends nothing: one line says what kind of message would have gone. Its id names a ticket code, so it stays out. */
export const logAdapter =
  (writeLine: (line: string) => void): Adapter =>
  async ({ template }) => {
    writeLine(JSON.stringify({ level: 'info', message: template }))
    return { ok: true }
  }
