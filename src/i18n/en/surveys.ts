/** Surveys, as customers answer them. */
export const surveys = {} as const
