/** A complaint, as its customer follows it. */
export const complaints = {} as const
