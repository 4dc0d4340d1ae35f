import type { Adapter } from './adapter.ts'

/** Sends nothing: one line says which message would have gone, without whom it is for and what it says. */
export const logAdapter =
  (writeLine: (line: string) => void): Adapter =>
  async ({ id, template }) => {
    writeLine(JSON.stringify({ level: 'info', message: id, template }))
    return { ok: true }
  }
