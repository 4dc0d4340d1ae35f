/** Surveys and callbacks at the desk. */
export const deskSurveys = {} as const
