import { createHmac, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { SESSION_COOKIE } from '#functions/staff/identity.ts'
import { localSources } from '#scripts/demo/local-sources.ts'
import { TEST_SECRET } from '#support/test-secret.ts'
import { originUnderTest, servedHub } from './served-hub.ts'

const AN_HOUR_MS = 3_600_000

const INSERT = `INSERT INTO staff_sessions (id, token, user_id, expires_at, created_at, updated_at)
  SELECT ?1, ?2, id, ?3, ?4, ?4 FROM staff WHERE email = ?5 RETURNING user_id`

/**
 * Lets somebody be signed in as they are after the form, whose password takes long to hash on purpose: the form itself
 * is walked by keyboard, with and without scripts, in `desk-keyboard.spec.ts` and `desk-intake.spec.ts`.
 */
export async function openSession(page: Page, email: string): Promise<void> {
  const [hub, now] = [servedHub(), Date.now()]
  const { keys } = localSources({ hub, secret: TEST_SECRET, now })
  const secret = await keys.mac('staff session', 'secret')
  const token = randomUUID()
  const row = [`ses_${token}`, token, now + AN_HOUR_MS, now, email]
  const { results } = await hub
    .prepare(INSERT)
    .bind(...row)
    .all()
  if (results.length !== 1) throw new Error(`nobody is called ${email}`)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  await page.context().addCookies([
    {
      ...{ name: SESSION_COOKIE, value: encodeURIComponent(`${token}.${signature}`) },
      ...{ url: originUnderTest().replace(/^http:/, 'https:'), secure: true, httpOnly: true },
      sameSite: 'Lax',
    },
  ])
}
