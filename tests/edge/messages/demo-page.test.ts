import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { linkToken } from '#functions/repairs/link-token.ts'
import { aRepair } from '#support/a-repair.ts'
import { BEGINNING, CODE } from '#support/repair-actions.ts'
import { aWorker } from '../support/a-worker.ts'
import { emptyNetwork, onRecord, sourcesAt } from './sent-messages.ts'

const demo = aWorker({ vars: { DEMO_MESSAGES: 'on' } })
const asked = aRepair().awaitingDecision()
const tokenOf = (purpose: 'status' | 'answer', askVersion: number | null) =>
  linkToken(sourcesAt(0).keys, { code: CODE, purpose, askVersion })

beforeEach(emptyNetwork)

it.each([
  ['production', 'on'],
  [undefined, 'on'],
  ['development', 'off'],
  ['development', undefined],
  ['test', undefined],
])('does not exist in %s with the variable %s', async (ENVIRONMENT, DEMO_MESSAGES) => {
  await onRecord(aRepair())
  const answer = await aWorker({ bindings: { ENVIRONMENT, DEMO_MESSAGES } })('/demo/messages/')
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain(await tokenOf('status', null))
})

it('shows the newest message first, with its words, its code and a link that works here', async () => {
  await onRecord(asked)
  const answer = await demo('/demo/messages/')
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  const templates = [...page.matchAll(/data-template="(\w+)"/g)].map(([, name]) => name)
  expect(templates).toEqual(['answer_needed', 'received', 'ticket_code_no_visit'])
  expect(page).toContain('7K3M-9QXF-2T8B-V')
  expect(page).toContain(`href="https://fixpoint.example/zh/t/${await tokenOf('answer', 1)}"`)
  expect(page).toContain(`href="https://fixpoint.example/zh/t/${await tokenOf('status', null)}"`)
  expect(page).toContain('<p lang="zh-CN">【Fixpoint】请于')
  expect(page).not.toContain('13800138000')
})

it('keeps the link of a question that can’t be worded any more', async () => {
  await onRecord(asked.accepted())
  const page = await (await demo('/demo/messages/')).text()
  expect(page).toContain(await tokenOf('answer', 1))
  expect(page).toContain('Can no longer be worded.')
})

it('speaks the language of its address and says when there is nothing', async () => {
  expect(await (await demo('/zh/demo/messages/')).text()).toContain('暂无消息')
  expect(await (await demo('/demo/messages/')).text()).toContain('No messages yet')
})

it('shows fifty at most', async () => {
  await onRecord(aRepair())
  const numbers = Array.from({ length: 60 }, (_, place) => place + 2)
  await env.HUB.batch(
    numbers.map((version) =>
      env.HUB.prepare(
        `INSERT INTO outbox (subject, version, template, due_at, created_at)
         VALUES (?1, ?2, 'news', 0, ?3)`,
      ).bind(`repair/${CODE}`, version, BEGINNING + version),
    ),
  )
  const page = await (await demo('/demo/messages/')).text()
  expect([...page.matchAll(/data-template=/g)].length).toBe(50)
})

it('says until when the night holds a message back', async () => {
  await onRecord(aRepair())
  const dueAt = Date.parse('2026-11-18T08:00:00+08:00')
  await env.HUB.prepare(
    `INSERT INTO outbox (subject, version, template, due_at, created_at)
     VALUES (?1, 2, 'news', ?2, ?3)`,
  )
    .bind(`repair/${CODE}`, dueAt, BEGINNING + 2)
    .run()
  const at = async (now: number) =>
    await (
      await aWorker({ vars: { DEMO_MESSAGES: 'on' }, now: () => now })('/demo/messages/')
    ).text()
  expect(await at(dueAt - 1)).toMatch(/Waiting until [^<]*08:00/)
  expect(await at(dueAt)).not.toContain('Waiting until')
})
