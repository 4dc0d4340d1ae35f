import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldsIn } from '../desk-intake/a-form.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker({})
let admin: SignedInStaff

beforeEach(async () => {
  await fillHub([aCounter()])
  admin = await signedIn([everywhere('hq_admin')])
})

const PATH = '/desk/outlets/HZ-001/edit/'
const html = () => ({ Accept: 'text/html', Cookie: admin.cookie })
const form = async () => await (await ask(PATH, { headers: html() })).text()

/** The form as the page gives it, with what the test changes. */
async function edited(change: Readonly<Record<string, string>>, intent: 'preview' | 'save') {
  const page = await form()
  const { q: _, intent: __, ...fields } = fieldsIn(page)
  const kept = {
    ...{ ...fields, phones: '', contacts: textIn(page), kind: 'customer_service_centre' },
    ...{ service_repair: 'done', stepFree: '' },
  }
  return await ask(PATH, {
    ...asForm({ ...kept, ...change, intent }, html()),
    redirect: 'manual',
  })
}

const textIn = (page: string): string =>
  /name="contacts"[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1] ?? ''

const row = () =>
  env.HUB.prepare(
    `SELECT kind, lat, lon, version, (SELECT contacts FROM outlets_private WHERE code = outlets.code) AS contacts
     FROM outlets WHERE code = 'HZ-001'`,
  ).first<Record<string, unknown>>()

const lastEvent = async () =>
  await env.HUB.prepare(
    `SELECT data FROM events WHERE subject = 'outlet/HZ-001' ORDER BY version DESC LIMIT 1`,
  ).first<{ data: string }>()

const WISH = { kind: 'in_store', position: '30.5, 120.25', contacts: 'Ann 555-0100' }

describe('kind, position and contacts of an outlet', () => {
  it('are shown before they change, and changed as they were looked at', async () => {
    const preview = await (await edited(WISH, 'preview')).text()
    for (const text of ['30.27415, 120.15515', '30.5, 120.25', 'Ann 555-0100']) {
      expect(preview).toContain(text)
    }
    expect(await row()).toMatchObject({ kind: 'customer_service_centre', version: 1 })
    expect((await edited(WISH, 'save')).status).toBe(303)
    expect(await row()).toEqual({
      ...{ kind: 'in_store', lat: 30.5, lon: 120.25, version: 2 },
      contacts: '[{"text":"Ann 555-0100"}]',
    })
  })

  it('stand in the event by name only: contacts are a person’s', async () => {
    await edited(WISH, 'save')
    const { data } = (await lastEvent()) ?? { data: '' }
    expect(JSON.parse(data).fields).toEqual(
      expect.arrayContaining(['kind', 'position', 'contacts']),
    )
    expect(data).not.toMatch(/Ann|555|30\.5/)
  })

  it('are taken away by an empty field', async () => {
    await edited(WISH, 'save')
    expect(await form()).toContain('Ann 555-0100')
    const again = { kind: 'in_store', contacts: '' }
    expect((await edited(again, 'save')).status).toBe(303)
    expect(await countOf('outlets_private')).toBe(0)
  })

  it('are refused where they can’t be read, with everything typed still there', async () => {
    const answer = await edited({ position: 'by the lake', contacts: 'Ann 555-0100' }, 'save')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('by the lake')
    expect(page).toContain('Ann 555-0100')
  })

  it('are told and changed over the API too, and never to the public', async () => {
    const details = { kind: 'in_store', position: { lat: 30.5, lon: 120.25 }, contacts: 'Ann' }
    const headers = { 'Content-Type': 'application/json', Cookie: admin.cookie, 'If-Match': '"1"' }
    const init = { ...asJson({ details }), method: 'PATCH', headers }
    const answer = await ask('/api/v1/desk/outlets/HZ-001', init)
    expect(await answer.json()).toMatchObject({ outlet: { kind: 'in_store', version: 2, details } })
    const open = await (await ask('/api/v1/outlets/HZ-001')).text()
    expect(open).not.toContain('Ann')
  })
})
