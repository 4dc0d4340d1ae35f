import type { Sources } from '#functions/db/sources.ts'

/** Answers how many there were. */
export const runSurveyClocks = async (_sources: Sources): Promise<number> => 0
