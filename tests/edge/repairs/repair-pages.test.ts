import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import config from '#config'
import { checkSymbol, spellCode } from '#domain/identifiers/crockford.ts'
import { writeRows } from '#functions/db/commit.ts'
import { recoverCode } from '#functions/repairs/recover-code.ts'
import { runLostCodes } from '#functions/repairs/run-lost-codes.ts'
import { countOf } from '../support/a-hub.ts'
import { asForm, aWorker, NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { aVisitedSite, cookieOf, linkOf, plain, type VisitedSite } from './repair-visitor.ts'

const UNKNOWN = `00ABCDEFGHJK${checkSymbol('00ABCDEFGHJK')}`
let site: VisitedSite
beforeEach(async () => {
  site = await aVisitedSite()
})

describe('looking up', () => {
  it('opens a repair by its code and digits, however they are typed', async () => {
    const code = await site.received()
    const typed = spellCode(code).toLowerCase().replaceAll('-', ' ')
    const answer = await site.lookUp(typed, '８０００')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/repairs/status/'])
    const text = plain(await site.read(cookieOf(answer)))
    expect(text).toContain('We have your phone')
    expect(text).toContain('Hangzhou Demo Service Centre 1')
    expect(text).toContain(spellCode(code))
  })

  it('shows nothing personal, and lets nobody keep or list it', async () => {
    const code = await site.asked()
    for (const cookie of [await site.byCode(code), await site.byLink(code, 1)]) {
      const answer = await site.ask('/repairs/status/', { headers: { Cookie: cookie } })
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
      expect(await answer.text()).not.toMatch(/Demo Customer|138001|balcony|4901542|stf_|scratched/)
    }
    expect(site.log.join()).not.toContain(code)
  })

  it('tells a mistyped code by its field, and asks no database', async () => {
    const answer = await site.lookUp('7K3M-9QXF-2T8B-W', '80')
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('id="ticket-code-error"')
    expect(text).toContain('id="phone-digits-error"')
    expect(site.log.at(-1)).toContain('"trips":0')
  })

  it('answers wrong digits and an unknown code alike, in both languages', async () => {
    const code = await site.booked()
    for (const prefix of ['', '/zh']) {
      const alike = async (typed: string) => {
        const answer = await site.lookUp(typed, '1234', prefix)
        const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
        return [answer.status, headers, (await answer.text()).replace(typed, '')]
      }
      expect(await alike(code)).toEqual(await alike(UNKNOWN))
    }
  })

  it('locks a code after five misses, known or not, but never its link', async () => {
    const code = await site.booked()
    for (const typed of [code, UNKNOWN]) {
      for (let miss = 0; miss < 5; miss++) await site.lookUp(typed, '0000')
    }
    const alike = async (typed: string) => {
      const answer = await site.lookUp(typed)
      return [answer.status, (await answer.text()).replace(typed, '')]
    }
    const locked = await alike(code)
    expect(locked).toEqual(await alike(UNKNOWN))
    expect(locked[0]).toBe(429)
    expect(locked[1]).toContain('Wait 1 hour')
    expect(plain(await site.read(await site.byLink(code)))).toContain('Booked. Bring your phone on')
  })

  it.each([['/repairs/status/'], ['/repairs/confirm/withdraw/'], ['/zh/repairs/status/']])(
    'leads from %s to the form without a ticket',
    async (path) => {
      const answer = await site.ask(path)
      const form = path.startsWith('/zh') ? '/zh/repairs/' : '/repairs/'
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, form])
      const forged = await site.ask(path, {
        headers: { Cookie: '__Host-ticket=7K3M9QXF2T8BV.link.1.9e15.x' },
      })
      expect(forged.status).toBe(303)
    },
  )

  it('offers the repair that is open already', async () => {
    const code = await site.booked()
    const text = plain(await site.read(await site.byCode(code), '/repairs/')).replace(/\n+/g, '')
    expect(text).toContain(`Your repair ${spellCode(code)}`)
  })
})

it('counts reading a repair as a lookup, by page and by API', async () => {
  const code = await site.booked()
  const cookie = await site.byCode(code)
  const limited = aWorker({ vars: { RATE_LIMIT_LOOKUPS: '3' } })
  const paths = ['/repairs/status/', '/zh/repairs/status/', `/api/v1/repairs/${code}`]
  const read = async (path: string) => (await limited(path, { headers: { Cookie: cookie } })).status
  for (const path of paths) expect(await read(path)).toBe(200)
  for (const path of [...paths, '/repairs/confirm/cancel/']) expect(await read(path)).toBe(429)
})

describe('the link in a message', () => {
  it('shows one button and nothing else, whatever the token', async () => {
    const code = await site.booked()
    const link = await linkOf(code)
    const show = async (path: string) => {
      const answer = await site.ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(site.log.at(-1)).toContain('"trips":0')
      return (await answer.text()).replaceAll(path, '')
    }
    expect(await show(link)).toBe(await show('/t/AAAAAAAAAAAAAAAAAAAAAA'))
    await site.ask(link, asForm({}))
    expect(site.log.join()).not.toContain(link)
  })

  it('opens the repair in the language of the link', async () => {
    const code = await site.booked()
    const link = await linkOf(code)
    const answer = await site.ask(`/zh${link}`, asForm({}))
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/zh/repairs/status/'])
    expect(plain(await site.read(cookieOf(answer), '/zh/repairs/status/'))).toContain('到店')
  })

  it('says when it opens nothing any more, and offers the form', async () => {
    const answer = await site.ask('/t/AAAAAAAAAAAAAAAAAAAAAA', asForm({}))
    expect(answer.status).toBe(410)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    expect(await answer.text()).toContain('id="ticket-code"')
  })
})

describe('a lost code', () => {
  it('answers the same for a number with repairs and one without', async () => {
    await site.booked()
    const lost = async (phone: string) => {
      const answer = await site.ask('/repairs/lost/', asForm({ phone }))
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
      return [answer.status, headers, await answer.text()]
    }
    expect(await lost('138 0013 8000')).toEqual(await lost('139 0013 9000'))
  })

  it('costs the same rows for a number with repairs and one without, and again', async () => {
    await site.booked()
    const cost = async (phone: string) => {
      await site.ask('/repairs/lost/', asForm({ phone }))
      const { trips, rowsRead, rowsWritten } = JSON.parse(site.log.at(-1) ?? '')
      return { trips, rowsRead, rowsWritten }
    }
    const [known, unknown] = ['138 0013 8000', '139 0013 9000']
    const first = await cost(known)
    expect(first.rowsWritten).toBeGreaterThan(0)
    expect(await cost(unknown)).toEqual(first)
    expect(await cost(known)).toEqual(await cost(unknown))
  })

  it('is sent by the clock, to the number with repairs alone, and not twice in ten minutes', async () => {
    await site.booked()
    const before = await countOf('outbox')
    const lost = async (phone: string) => await site.ask('/repairs/lost/', asForm({ phone }))
    await lost('138 0013 8000')
    await lost('139 0013 9000')
    expect(await countOf('outbox')).toBe(before)
    const run = async (minutes: number) =>
      await runLostCodes(theSources({ now: NOW + minutes * 60_000 }))
    expect(await run(1)).toBe(2)
    expect(await countOf('outbox')).toBe(before + 1)
    expect(await run(2)).toBe(0)
    await lost('138 0013 8000')
    expect(await run(3)).toBe(1)
    const { results } = await env.HUB.prepare(
      "SELECT created_at FROM outbox WHERE template = 'code_again'",
    ).all()
    expect(results).toEqual([{ created_at: NOW + 60_000 }])
  })

  it('is noted no more often in a day than the cap', async () => {
    const { lostCodesOfPhone } = config.booking.caps
    const sources = theSources({ config })
    for (let time = 0; time < lostCodesOfPhone + 3; time++) {
      const at = { ...sources, now: NOW + time * 600_000 }
      await writeRows(sources.hub, await recoverCode(at, '138 0013 8000'))
    }
    expect(await countOf('lost_codes')).toBe(lostCodesOfPhone)
    const tomorrow = { ...sources, now: NOW + 86_400_000 }
    await writeRows(sources.hub, await recoverCode(tomorrow, '138 0013 8000'))
    expect(await countOf('lost_codes')).toBe(lostCodesOfPhone + 1)
  })

  it.each([
    ['', 'Type the phone number.'],
    ['12', 'This can’t be a phone number.'],
  ])('asks again for %s', async (phone, said) => {
    const answer = await site.ask('/repairs/lost/', asForm({ phone }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  })
})
