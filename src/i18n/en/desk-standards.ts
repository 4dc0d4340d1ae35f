/** Standards at the desk. */
export const deskStandards = {} as const
