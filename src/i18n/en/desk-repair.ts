export const deskRepair = {} as const
