import type { Context } from 'hono'
import { sameText } from '#functions/db/same-text.ts'
import type { AppEnv } from './context.ts'

/** The hidden field of a form that acts on what a ticket opened. */
export const MARK = 'about'

const LETTERS = 32

/**
 * What a form carries of the subject that it was made for, no code and of no use elsewhere: another tab
 * of the same browser may have opened something else since, and its ticket is the one that is sent.
 */
export const voiceMark = async (c: Context<AppEnv>, subject: string): Promise<string> =>
  (await c.var.context.keys.mac('voice form', subject)).slice(0, LETTERS)

/** Whether a form was made for the subject that the ticket in hand is for. */
export const isMarkedFor = async (
  c: Context<AppEnv>,
  subject: string,
  mark: string | undefined,
): Promise<boolean> => sameText(mark ?? '', await voiceMark(c, subject))
