export const deskToday = {} as const
