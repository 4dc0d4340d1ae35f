import { z } from '@hono/zod-openapi'
import { Temporal } from 'temporal-polyfill'
import { isInstant } from '#domain/repairs/coded-values.ts'
import type { FieldCode } from './problem.ts'

type RefusedWith = { code: FieldCode; allowed?: readonly string[] }
type Refuse = { addIssue: (issue: { code: 'custom'; params: RefusedWith }) => void }

const refuse = (ctx: Refuse, code: FieldCode): never => {
  ctx.addIssue({ code: 'custom', params: { code } })
  return z.NEVER
}

const PLAIN_NUMBER = /^[-+]?\d+(\.\d+)?$/

/** A number in a query, `low <= value <= high`. */
export const numberBetween = (low: number, high: number) =>
  z
    .string()
    .transform((text, ctx): number => {
      if (!PLAIN_NUMBER.test(text)) return refuse(ctx, 'not_a_number')
      const value = Number(text)
      return value >= low && value <= high ? value : refuse(ctx, 'out_of_range')
    })
    .openapi({ type: 'number', minimum: low, maximum: high })

/** How many at most: a whole number from 1 to `most`. */
export const limitUpTo = (most: number, usual: number) =>
  z
    .string()
    .transform((text, ctx): number => {
      if (!/^\d+$/.test(text)) return refuse(ctx, 'not_a_whole_number')
      const value = Number(text)
      return value >= 1 && value <= most ? value : refuse(ctx, 'out_of_range')
    })
    .optional()
    .transform((limit) => limit ?? usual)
    .openapi({ type: 'integer', minimum: 1, maximum: most, default: usual })

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

/** Yes or no: `true`, `1`, `false`, `0`. */
export const flag = () =>
  z
    .string()
    .transform((text, ctx): boolean => {
      const value = FLAGS.get(text)
      if (value !== undefined) return value
      ctx.addIssue({ code: 'custom', params: { code: 'not_allowed', allowed: ['true', 'false'] } })
      return z.NEVER
    })
    .openapi({ type: 'boolean' })

/** An instant with its offset, as epoch ms. Without an offset nobody could tell which one is meant. */
export const instant = () =>
  z
    .string()
    .max(64)
    .transform((text, ctx): number => {
      // A `+` that nobody escaped arrives as a space.
      const written = text.replace(/ (\d{2}:?\d{2})$/, '+$1')
      try {
        const at = Temporal.Instant.from(written).epochMilliseconds
        return isInstant(at) ? at : refuse(ctx, 'out_of_range')
      } catch {
        return refuse(
          ctx,
          /^\d{4}-\d{2}-\d{2}([T ][\d:.]+)?$/.test(text) ? 'offset_required' : 'invalid',
        )
      }
    })
    .openapi({ type: 'string', format: 'date-time' })

const encode = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Where the next page begins, from the last key of this one. */
export const cursorAfter = (key: string | null): string | null =>
  key === null ? null : encode(key)

/** Reads a cursor back to the key it was made from. */
export const cursor = (isKey: RegExp) =>
  z
    .string()
    .max(200)
    .transform((text, ctx): string => {
      try {
        const key = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
        return isKey.test(key) ? key : refuse(ctx, 'bad_cursor')
      } catch {
        return refuse(ctx, 'bad_cursor')
      }
    })
    .openapi({ type: 'string' })
