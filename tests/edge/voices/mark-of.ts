import { theSources } from '../support/the-sources.ts'

/** What a form of the customer's carries that was made for a subject. */
export const markOf = async (subject: string): Promise<string> =>
  (await theSources().keys.mac('voice form', subject)).slice(0, 32)
