/**
 * `npm run staff:create -- --name NAME --email ADDRESS [--role hq_admin] [--outlets A,B | --region ID | --partner ID]
 * [--locale en|zh-CN] [--remote] [--reset]`: makes somebody staff, the first administrator among them, or gives them a new password.
 */
import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { type Scope, STAFF_ROLES, type StaffRole } from '#domain/staff/staff.ts'
import { openHub } from '../database/open-hub.ts'
import { openRemoteHub } from '../database/remote-hub.ts'
import { drawnPassword, insertStaff } from './new-staff.ts'

const USAGE =
  "npm run staff:create -- --name 'Li Lei' --email li.lei@maker.example [--role hq_admin] [--outlets SZ-001,SZ-002 | --region ID | --partner ID] [--locale zh-CN] [--remote]\nWho has lost the password: npm run staff:create -- --email li.lei@maker.example --reset [--remote]"

class Unusable extends Error {}

const OPTIONS = {
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', default: 'hq_admin' },
  outlets: { type: 'string' },
  region: { type: 'string' },
  partner: { type: 'string' },
  locale: { type: 'string', default: 'en' },
  remote: { type: 'boolean', default: false },
  reset: { type: 'boolean', default: false },
} as const

type Asked = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

function scopeOf({ outlets, region, partner }: Asked): Scope {
  if (outlets) return { kind: 'outlets', outlets: outlets.toUpperCase().split(',') }
  if (region) return { kind: 'region', region }
  return partner ? { kind: 'partner', partner } : { kind: 'network' }
}

function roleOf({ role }: Asked): StaffRole {
  const known = STAFF_ROLES.find((one) => one === role)
  if (!known) throw new Unusable(`"${role}" is no role. Roles: ${STAFF_ROLES.join(' ')}.`)
  return known
}

const RESET = `UPDATE staff_accounts SET password = ?2, updated_at = ?3
  WHERE provider_id = 'credential' AND user_id = (SELECT id FROM staff WHERE email = ?1)`
const MUST_CHANGE = 'UPDATE staff SET must_change_password = 1 WHERE email = ?1'
const END_SESSIONS = `DELETE FROM staff_sessions WHERE user_id = (SELECT id FROM staff WHERE email = ?1)`
const FORGET_TRIES = 'DELETE FROM sign_in_tries WHERE tries > 0'

async function main(): Promise<void> {
  const { values: asked } = parseArgs({ options: OPTIONS })
  const email = asked.email?.trim().toLowerCase() ?? ''
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Unusable(`An e-mail address is needed.\n${USAGE}`)
  if (asked.locale !== 'en' && asked.locale !== 'zh-CN')
    throw new Unusable('--locale is en or zh-CN.')
  const hub = asked.remote ? openRemoteHub() : await openHub()
  const { database } = hub
  const password = drawnPassword()
  const now = Date.now()
  try {
    const known = await database
      .prepare('SELECT id FROM staff WHERE email = ?1')
      .bind(email)
      .first()
    if (asked.reset) {
      if (!known) throw new Unusable(`Nobody has the address ${email}.`)
      await database.batch([
        database.prepare(RESET).bind(email, await hashPassword(password), now),
        database.prepare(MUST_CHANGE).bind(email),
        database.prepare(END_SESSIONS).bind(email),
        database.prepare(FORGET_TRIES),
      ])
    } else {
      if (known) throw new Unusable(`${email} is staff already. A new password: add --reset.`)
      if (!asked.name?.trim()) throw new Unusable(`A name is needed.\n${USAGE}`)
      const grants = [{ role: roleOf(asked), scope: scopeOf(asked) }]
      const person = { name: asked.name.trim(), email, locale: asked.locale, grants } as const
      await insertStaff(
        database,
        [{ ...person, password, isDemo: false, mustChangePassword: true }],
        now,
      )
    }
  } finally {
    hub.close()
  }
  console.log(
    `${email} signs in at /desk/ with the password ${password}\nIt is shown once. The desk asks for another before anything else.`,
  )
}

await main().catch((error: unknown) => {
  if (!(error instanceof Unusable)) throw error
  console.error(error.message)
  process.exitCode = 1
})
