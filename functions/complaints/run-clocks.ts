import type { Sources } from '#functions/db/sources.ts'

/** Answers how many there were. */
export const runComplaintClocks = async (_sources: Sources): Promise<number> => 0
