import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { AppEnv, RequestContext } from './context.ts'
import { REFUSAL_STATUSES } from './refusal-statuses.ts'
import { rolesText } from './roles-text.ts'

/** Every way to say no, and its status. */
export const PROBLEMS = {
  malformed_json: 400,
  cross_site: 403,
  not_found: 404,
  unknown_outlet: 404,
  method_not_allowed: 405,
  too_large: 413,
  unsupported_type: 415,
  invalid_value: 422,
  too_many_rows: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  ...REFUSAL_STATUSES,
} as const satisfies Record<string, ContentfulStatusCode>
export type ProblemCode = keyof typeof PROBLEMS

/** Why one value was refused; each has a text `problems.field.<code>`. */
export const FIELD_CODES = [
  'required',
  'not_a_number',
  'not_a_whole_number',
  'out_of_range',
  'not_allowed',
  'too_long',
  'offset_required',
  'bad_cursor',
  'unknown_region',
  'mistyped_code',
  'mistyped_ticket',
  'not_a_phone',
  'not_an_imei',
  'consent_required',
  'contact_first',
  'invalid',
] as const
export type FieldCode = (typeof FIELD_CODES)[number]

export type FieldError = {
  readonly field: string
  readonly code: FieldCode
  /** Of `not_allowed`: what is, where that is short enough to say. */
  readonly allowed?: readonly string[]
}

/** What is wrong with a value, in words that say what to send instead. */
function detailOf(t: Translate, { field, code, allowed }: FieldError): string {
  if (code !== 'not_allowed' || !allowed) return t(`problems.field.${code}`, { field })
  return t('problems.field.not_one_of', { field, allowed: allowed.join(', ') })
}

/** What a problem means; where somebody else may what was refused, who. */
export function problemText(
  locale: Locale,
  code: ProblemCode,
  roles: readonly string[] = [],
): string {
  const t = translator(locale)
  const who = code === 'not_your_role' ? rolesText(locale, roles) : null
  return who ? t('problems.not_your_role.by', { roles: who }) : t(`problems.${code}.detail`)
}

/** RFC 9457 problem details, in the words of the request's language. */
export function problemBody(
  { locale, requestId }: Pick<RequestContext, 'locale' | 'requestId'>,
  code: ProblemCode,
  errors: readonly FieldError[] = [],
  extra: Readonly<Record<string, unknown>> = {},
  roles: readonly string[] = [],
) {
  const t = translator(locale)
  return {
    type: `/problems/${code}`,
    title: t(`problems.${code}.title`),
    status: PROBLEMS[code],
    detail: problemText(locale, code, roles),
    code,
    errors: errors.map((error) => ({
      ...error,
      detail: detailOf(t, error),
    })),
    requestId,
    ...extra,
  }
}

/** A problem as an answer. Its language follows the reader and it is never kept. */
export function problem(
  c: Context<AppEnv>,
  code: ProblemCode,
  {
    errors,
    headers = {},
    extra,
    roles,
  }: {
    errors?: readonly FieldError[]
    headers?: Readonly<Record<string, string>>
    /** Members of this problem's own: the next free slots. */
    extra?: Readonly<Record<string, unknown>>
    /** Of `not_your_role`: whose it is, as permissions and tables name them. */
    roles?: readonly string[]
  } = {},
): Response {
  const { context } = c.var
  return c.body(JSON.stringify(problemBody(context, code, errors, extra, roles)), PROBLEMS[code], {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': context.locale,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
    ...headers,
  })
}
