export const deskIntake = {} as const
