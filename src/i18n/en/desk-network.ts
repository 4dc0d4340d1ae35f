export const deskNetwork = {} as const
