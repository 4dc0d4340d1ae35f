import { z } from '@hono/zod-openapi'
import { STAFF_ROLES } from '#domain/staff/staff.ts'
import { cursor, limitUpTo } from '#functions/http/query.ts'
import type { Account } from '#functions/staff/list-staff.ts'
import { LOCALES } from '#i18n/locale.ts'

const place = z.string().regex(/^[a-z0-9-]{2,60}$/)

export const scopeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('network') }),
    z.object({ kind: z.literal('region'), region: place }),
    z.object({ kind: z.literal('partner'), partner: place }),
    z.object({
      kind: z.literal('outlets'),
      outlets: z
        .array(z.string().regex(/^[A-Z0-9-]{2,12}$/))
        .min(1)
        .max(50),
    }),
  ])
  .openapi('StaffScope')

const grantSchema = z
  .object({ role: z.enum(STAFF_ROLES), scope: scopeSchema })
  .openapi('StaffGrant')
const grants = z.array(grantSchema).max(20)

export const accountSchema = z
  .object({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    email: z.string(),
    locale: z.enum(LOCALES),
    grants,
    disabled: z.boolean(),
  })
  .openapi('StaffAccount')

export const accountJson = ({
  disabledAt,
  isDemo: _,
  ...account
}: Account): z.input<typeof accountSchema> => ({
  ...account,
  grants: account.grants as z.input<typeof grants>,
  disabled: disabledAt !== null,
})

export const invitationSchema = z.object({
  name: z.string().trim().min(1).max(80),
  email: z
    .string()
    .trim()
    .max(120)
    .regex(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/),
  locale: z.enum(LOCALES).default('en'),
  grants: grants.min(1),
})

export const grantsSchema = z.object({ grants })

export const staffQuery = z.object({
  limit: limitUpTo(100, 50),
  cursor: cursor(/^stf_[\w-]{1,60}$/).optional(),
})

export const findStaffBody = z.object({
  q: z.string().trim().min(1).max(120).openapi({ description: 'An e-mail, or how a name begins' }),
  limit: z.int().min(1).max(100).default(50),
  cursor: cursor(/^stf_[\w-]{1,60}$/).optional(),
})

export const staffList = z.object({
  staff: z.array(accountSchema),
  nextCursor: z.string().nullable(),
})

export const accountAnswer = z.object({ account: accountSchema })
export const passwordAnswer = z.object({
  account: accountSchema,
  password: z
    .string()
    .nullable()
    .openapi({ description: 'Shown once; null when the request was repeated' }),
})
