import { resolve } from 'node:path'

/** Where builds read and write. The variables let tests and a build beside a running site keep apart. */
export const distDir = (): string => resolve(process.env.FIXPOINT_DIST ?? 'dist')
export const snapshotDir = (): string => resolve(process.env.FIXPOINT_SNAPSHOT ?? '.snapshot')
export const persistDir = (): string => resolve(process.env.FIXPOINT_PERSIST ?? '.wrangler/state')
export const cacheDir = (): string => resolve('.cache')
