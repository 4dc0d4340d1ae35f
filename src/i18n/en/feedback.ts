/** Feedback, as customers give and follow it. */
export const feedback = {} as const
