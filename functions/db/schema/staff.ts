import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/* The keys are the names that the sign-in library gives its fields. */
const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })
const flag = (name: string) => integer(name, { mode: 'boolean' })

export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: flag('email_verified').notNull(),
  image: text('image'),
  locale: text('locale').notNull(),
  grants: text('grants').notNull(),
  version: integer('version').notNull(),
  isDemo: flag('is_demo').notNull(),
  disabledAt: instant('disabled_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  disabledBy: text('disabled_by'),
  mustChangePassword: flag('must_change_password').notNull(),
})

export const staffSessions = sqliteTable('staff_sessions', {
  id: text('id').primaryKey(),
  token: text('token').notNull(),
  userId: text('user_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const staffAccounts = sqliteTable('staff_accounts', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const staffVerifications = sqliteTable('staff_verifications', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const staffScopes = sqliteTable(
  'staff_scopes',
  {
    kind: text('kind').notNull(),
    place: text('place').notNull(),
    staffId: text('staff_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.place, table.staffId] })],
)

export const signInTries = sqliteTable('sign_in_tries', {
  key: text('key').primaryKey(),
  tries: integer('tries').notNull(),
  first_at: integer('first_at').notNull(),
})

export const accessLog = sqliteTable(
  'access_log',
  {
    subject: text('subject').notNull(),
    at: integer('at').notNull(),
    id: text('id').notNull(),
    staff_id: text('staff_id').notNull(),
    act: text('act').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.at, table.id] })],
)
