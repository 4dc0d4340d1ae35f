import { beforeEach, expect, it } from 'vitest'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker()
const html = { Accept: 'text/html' }
const MANY = 53
let admin: SignedInStaff

beforeEach(async () => {
  await fillHub([aCounter()])
  admin = await signedIn([everywhere('hq_admin')], { key: 'admin' })
})

const look = (path: string, cookie = admin.cookie) =>
  ask(path, { headers: { ...html, Cookie: cookie }, redirect: 'manual' })
const search = async (fields: Readonly<Record<string, string>>) => {
  const answer = await ask('/desk/staff/', asForm(fields, { ...html, Cookie: admin.cookie }))
  return { status: answer.status, text: await answer.text() }
}
const emailsIn = (text: string) => new Set(text.match(/\b[a-z0-9]+@fixpoint\.example/g))

it('is posted, and finds by e-mail and by how a name begins', async () => {
  await signedIn([everywhere('agent')], { key: 'li' })
  expect(
    (await (await look('/desk/staff/')).text()).includes('method="post" action="/desk/staff/"'),
  ).toBe(true)
  const found = await search({ q: 'LI@fixpoint.example' })
  expect([found.status, [...emailsIn(found.text)].sort()]).toEqual([200, ['li@fixpoint.example']])
  expect(found.text).toContain('value="LI@fixpoint.example"')
  expect([...emailsIn((await search({ q: 'Staff l' })).text)]).toEqual(['li@fixpoint.example'])
})

it('goes on to the next page by a form, with what was looked for in no address', async () => {
  for (let one = 0; one < MANY; one++) await signedIn([everywhere('agent')], { key: `p${one}` })
  const first = await search({ q: 'Staff p' })
  expect(first.text).not.toMatch(/href="[^"]*(?:q=|Staff)/)
  const [, after = ''] = /name="after" value="(stf_\w+)"/.exec(first.text) ?? []
  const second = await search({ q: 'Staff p', after })
  const all = [...emailsIn(first.text), ...emailsIn(second.text)]
  expect([all.length, new Set(all).size]).toEqual([MANY, MANY])
  expect(second.text).not.toContain('name="after"')
})

it('leaves an address that it was typed into, signed in or not', async () => {
  const here = await look('/desk/staff/?q=Zhang%20San')
  expect([here.status, here.headers.get('Location')]).toEqual([303, '/desk/staff/'])
  const away = await look('/desk/staff/?q=zhang@fixpoint.example', '')
  expect(away.headers.get('Location')).toBe('/desk/sign-in/?next=%2Fdesk%2Fstaff%2F')
  const code = await look('/desk/find/?q=7K3M9QXF2T8BV', '')
  expect(code.headers.get('Location')).not.toMatch(/zhang/i)
})

it('is posted by programs too, page by page', async () => {
  for (const key of ['pa', 'pb', 'pc']) await signedIn([everywhere('agent')], { key })
  const found: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < 3; page++) {
    const answer = await ask('/api/v1/desk/staff/find', {
      ...asJson({ q: 'Staff p', limit: 2, ...(cursor && { cursor }) }),
      headers: { 'Content-Type': 'application/json', Cookie: admin.cookie },
    })
    const { staff, nextCursor } = (await answer.json()) as {
      staff: { id: string }[]
      nextCursor: string | null
    }
    found.push(...staff.map(({ id }) => id))
    if (!nextCursor) break
    cursor = nextCursor
  }
  expect(found).toEqual(['stf_pa', 'stf_pb', 'stf_pc'])
  const get = await look('/api/v1/desk/staff?q=Staff%20pa')
  expect(((await get.json()) as { staff: object[] }).staff).toHaveLength(4)
})
