/** Complaints at the desk. */
export const deskComplaints = {} as const
