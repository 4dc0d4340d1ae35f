/** Whether the words of a comment sound dissatisfied. */
export const soundsDissatisfied = (_comment: string): boolean => false
