/** Feedback at the desk. */
export const deskFeedback = {} as const
