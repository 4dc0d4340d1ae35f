import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { checkLooks, press, send } from './desk-looks-steps.ts'
import { bookedAt } from './desk-repair-steps.ts'
import { follow } from './follow.ts'
import { servedHub } from './served-hub.ts'
import { signInWide } from './sign-in-steps.ts'

/** A dozen looks each, axe three times on each. */
test.describe.configure({ timeout: 240_000 })
test.use({ actionTimeout: 15_000 })

const LONG = {
  en: 'Demo Customer Service Centre in the Northern Wing of the International Exhibition Plaza',
  'zh-CN': '示例客户服务中心（国际会展广场北翼二层电梯口旁地铁四号线换乘大厅东侧）',
}
/** Far from where other tests look for outlets. */
const AFAR = '39.47, 75.99'
const CODES = { en: 'LOOKS-EN', 'zh-CN': 'LOOKS-ZH' }
/** What a first try made is there already: the second has names of its own. */
const again = (): string => (test.info().retry > 0 ? `-${test.info().retry}` : '')

/** Messages that nobody took, and one that waits. */
async function failedMessages(code: string): Promise<void> {
  const hub = servedHub()
  const insert = `INSERT INTO outbox (subject, version, template, due_at, attempts, state, last_error, created_at, finished_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`
  const now = Date.now()
  const subject = `repair/${code}`
  const rows = [
    [subject, 90, 'uncollected_reminder_second', null, 8, 'dead', 'gateway_timeout', now, now],
    [subject, 91, 'ready_repaired', null, 8, 'dead', null, now, now],
    [subject, 92, 'lapse_reminder', now + 86_400_000, 2, 'waiting', 'gateway_busy', now, null],
  ]
  await hub.batch(rows.map((row) => hub.prepare(insert).bind(...row)))
}

const someRegion = (page: Page): Promise<string> =>
  page
    .locator('.desk-table th a')
    .first()
    .textContent()
    .then((id) => id ?? '')

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale })
    test('axe finds nothing where figures are looked at', async ({ page }) => {
      await signInWide(page, { role: 'hq_admin', locale }, '/desk/kpis/')
      await checkLooks(page, 'figures')
      for (const query of ['', '?by=outlets']) {
        await page.goto(`/desk/kpis/promise_kept/${query}`)
        await checkLooks(page, `a figure ${query}`)
      }
      await page.goto('/desk/kpis/?month=soon')
      await checkLooks(page, 'a month to mend')
    })

    test('axe finds nothing where outlets are looked after', async ({ page }) => {
      const code = `${CODES[locale]}${again()}`
      await signInWide(page, { role: 'hq_admin', locale }, '/desk/outlets/')
      await checkLooks(page, 'outlets')
      await page.goto('/desk/outlets/?q=nowhere')
      await checkLooks(page, 'no such outlet')
      await page.goto('/desk/new-outlet/')
      await press(page, '/desk/new-outlet/')
      await checkLooks(page, 'a new outlet to mend')
      const region = 'kashgar'
      await send(page, '/desk/new-outlet/', {
        ...{ code, nameEn: LONG.en, nameZh: LONG['zh-CN'] },
        ...{ addressEn: LONG.en, addressZh: LONG['zh-CN'], regionId: region, position: AFAR },
      })
      await expect(page).toHaveURL(new RegExp(`/desk/outlets/${code}/edit/$`))
      const edit = `/desk/outlets/${code}/edit/`
      await send(page, edit, { counterSeats: 'many', languages: '' })
      await checkLooks(page, 'an outlet’s details to mend')
      await send(page, edit, { counterSeats: '2', languages: 'zh', phones: '+86 755 8888 8888' })
      await checkLooks(page, 'what would change')
      await press(page, edit)
      await checkLooks(page, 'a new outlet')

      const hours = `/desk/outlets/${code}/hours/`
      await page.goto(hours)
      await send(page, hours, { day0: 'early', date0: '2099-01-01', hours0: 'late' })
      await checkLooks(page, 'hours to mend')
      await send(page, hours, { day0: '09:00-12:00, 13:30-18:00', hours0: '10:00-16:00' })
      await checkLooks(page, 'what hours would change')
      await press(page, hours)
      await send(page, `/desk/outlets/${code}/absences`, { seatsAway: 'all' })
      await checkLooks(page, 'an absence to mend')
      await send(page, `/desk/outlets/${code}/absences`, { seatsAway: '1' })
      const operation = `/desk/outlets/${code}/operation`
      await send(page, operation, { reasonEn: LONG.en, reasonZh: LONG['zh-CN'] })
      await checkLooks(page, 'suspend it?')
      await press(page, operation)
      await checkLooks(page, 'a suspended outlet')
    })

    test('axe finds nothing where partners, regions and staff are looked after', async ({
      page,
    }) => {
      await signInWide(page, { role: 'hq_admin', locale }, '/desk/partners/')
      await send(page, '/desk/partners/', { id: '!', nameEn: LONG.en, nameZh: LONG['zh-CN'] })
      await checkLooks(page, 'partners, a new one to mend')
      await page.goto('/desk/regions/')
      await checkLooks(page, 'countries')
      await page.goto(`/desk/regions/?in=${await someRegion(page)}`)
      await checkLooks(page, 'regions')

      await page.goto('/desk/staff/')
      await checkLooks(page, 'staff')
      await send(page, '/desk/staff/', { q: 'nobody' })
      await checkLooks(page, 'no such staff')
      await page.goto('/desk/staff/invite/')
      await press(page, '/desk/staff/invite/')
      await checkLooks(page, 'an invitation to mend')
      await send(page, '/desk/staff/invite/', {
        ...{
          name: LONG[locale].slice(0, 80),
          email: `${'long-'.repeat(10)}${locale}${again()}@test.example`,
        },
        ...{ role: 'counter', scopeKind: 'outlets', scopePlace: 'DEMO-0001, DEMO-0002, DEMO-0003' },
      })
      await expect(page.locator('[data-password]')).toBeVisible()
      await checkLooks(page, 'a password, shown once')
      await follow(page, page.locator('main a.btn-primary'))
      await checkLooks(page, 'a colleague')
      await follow(page, page.locator('form[action$="/disable"] button'))
      await expect(page.locator('.desk-alarm')).toBeVisible()
      await checkLooks(page, 'a disabled colleague')
    })

    test('axe finds nothing where messages, notices and the site are looked after', async ({
      page,
    }) => {
      await signInWide(page, { role: 'hq_admin', locale }, '/desk/messages/')
      const phone = `137${String(Date.now()).slice(-8)}`
      const booked = await bookedAt(page, { outlet: 'DEMO-0001', phone, name: 'Demo Customer' })
      await failedMessages(booked)
      await page.reload()
      await checkLooks(page, 'failed messages')
      await page.goto('/desk/messages/?state=waiting')
      await checkLooks(page, 'waiting messages')
      await page.goto('/desk/messages/templates/')
      await checkLooks(page, 'every message')
      await page.goto('/desk/notices/')
      await press(page, '/desk/notices/')
      await checkLooks(page, 'a notice to mend')
      await send(page, '/desk/notices/', {
        ...{ textEn: LONG.en.repeat(3), textZh: LONG['zh-CN'].repeat(3) },
        ...{ from: '2026-01-01T00:00', until: '2099-01-01T00:00' },
      })
      await checkLooks(page, 'notices')
      await page.goto('/desk/site/')
      await checkLooks(page, 'the site')
      await page.goto('/desk/log/')
      await checkLooks(page, 'the log')
      await page.goto(`/desk/log/?code=${booked}`)
      await checkLooks(page, 'the log of a record')
    })
  })
}
