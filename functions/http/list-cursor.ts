import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Place, placeIn, sealPlace } from '#functions/db/sealed-place.ts'
import type { AppEnv } from './context.ts'
import { problem } from './problem.ts'

type Ask = Context<AppEnv>

/** Where a page of a list begins that an address names as `from`; null = at its beginning. */
export async function pageFrom(c: Ask, list: string): Promise<Place | null> {
  const from = c.req.query('from')
  return from ? await placeIn(c.var.context.keys, list, from) : null
}

/** A cursor in a query: what is sealed in it, its handler reads. */
export const sealedCursor = z.string().max(200).optional()

/** Where a page begins that the API is asked for, or the 422 that its cursor is none of this list. */
export async function cursorFrom(
  c: Ask,
  list: string,
  cursor: string | undefined,
): Promise<{ readonly after: Place | null } | { readonly refused: Response }> {
  if (cursor === undefined) return { after: null }
  const after = await placeIn(c.var.context.keys, list, cursor)
  if (after) return { after }
  const errors = [{ field: 'cursor', code: 'bad_cursor' as const }]
  return { refused: problem(c, 'invalid_value', { errors }) }
}

/** The cursor of the page after this one; null = there is none. */
export const cursorTo = async (c: Ask, list: string, next: Place | null): Promise<string | null> =>
  next && (await sealPlace(c.var.context.keys, list, next))
