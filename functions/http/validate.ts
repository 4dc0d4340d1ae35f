import { type Hook, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { core } from 'zod'
import type { AppEnv } from './context.ts'
import { FIELD_CODES, type FieldCode, type FieldError, problem } from './problem.ts'

const isFieldCode = (code: unknown): code is FieldCode => FIELD_CODES.includes(code as FieldCode)

function codeOf(issue: core.$ZodRawIssue): FieldCode {
  switch (issue.code) {
    case 'custom':
      return isFieldCode(issue.params?.code) ? issue.params.code : 'invalid'
    case 'invalid_type':
      if (issue.input === undefined) return 'required'
      return issue.expected === 'boolean' ? 'not_allowed' : 'invalid'
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'out_of_range'
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'out_of_range'
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'not_allowed'
    default:
      return 'invalid'
  }
}

// A refused value's message is its code from the start: only here zod still knows the value.
z.config({ customError: codeOf })

/** As many as are still read as a choice. */
const MOST_ALLOWED = 12

/** What would have been taken, of a short list; undefined = that isn't told. */
function allowedBy(issue: core.$ZodIssue): FieldError['allowed'] {
  if (issue.code === 'invalid_type') return ['true', 'false']
  const said = issue.code === 'custom' ? issue.params?.['allowed'] : undefined
  const values = issue.code === 'invalid_value' ? issue.values : said
  if (!Array.isArray(values) || values.length > MOST_ALLOWED) return undefined
  return values.map(String)
}

/** Each refused value once, by the name the caller gave it; '' is the body as a whole. */
export function fieldErrors(issues: readonly core.$ZodIssue[]): readonly FieldError[] {
  const errors = new Map<string, FieldError>()
  for (const issue of issues) {
    const field = issue.path.join('.')
    const code = isFieldCode(issue.message) ? issue.message : 'invalid'
    if (errors.has(field)) continue
    const allowed = code === 'not_allowed' ? allowedBy(issue) : undefined
    errors.set(field, { field, code, ...(allowed && { allowed }) })
  }
  return [...errors.values()]
}

/** 422 with every field named, for what a handler reads itself. */
export const invalidValues = (
  c: Context<AppEnv>,
  { issues }: { readonly issues: readonly core.$ZodIssue[] },
): Response => problem(c, 'invalid_value', { errors: fieldErrors(issues) })

/** What a route answers when a value doesn't fit its schema: 422 with every field named. */
export const refuseInvalid: Hook<unknown, AppEnv, string, Response | undefined> = (result, c) =>
  result.success
    ? undefined
    : problem(c, 'invalid_value', { errors: fieldErrors(result.error.issues) })
