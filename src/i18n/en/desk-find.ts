export const deskFind = {} as const
