/** Stands in packed counts for the outlet of what is about none: no outlet's code has small letters. */
export const NO_OUTLET = 'none'
