/** Standards, as the public reads them. */
export const standards = {} as const
