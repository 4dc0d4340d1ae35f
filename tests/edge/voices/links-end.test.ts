import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertComplaint } from '#functions/complaints/store.ts'
import { writeRows } from '#functions/db/commit.ts'
import { openLink } from '#functions/repairs/open-link.ts'
import { linkKept } from '#functions/voices/read-standing.ts'
import { type Voice, voiceToken } from '#functions/voices/voice-link.ts'
import { aComplaint, BEGUN, closed, DAY_MS } from '#support/a-complaint.ts'
import { fillHub } from '../support/a-hub.ts'
import { theSources } from '../support/the-sources.ts'
import { anAskedCustomer } from '../surveys/an-asked-customer.ts'

const LIVES_MS = 90 * DAY_MS
const CODE = '7K3M9QXF2T8BV'

beforeEach(() => fillHub([]))

/** What the link of a voice opens at an instant. */
async function opened(voice: Voice, now: number) {
  const sources = theSources({ now })
  const link = await linkKept(sources, voice)
  await writeRows(link.database, [link])
  const token = await voiceToken(sources.keys, `${voice.kind}/${voice.id}`)
  return (await openLink(sources, token)).kind
}

const put = (sql: string, ...values: readonly (string | number | null)[]) =>
  env.HUB.prepare(sql)
    .bind(...values)
    .run()
const feedback = (status: string, state: object) =>
  put(
    `INSERT OR REPLACE INTO feedback (code, version, status, zone, country_code, locale, state,
       received_at, updated_at) VALUES (?1, 1, ?2, 'Asia/Shanghai', 'CN', 'en', ?3, 0, 0)`,
    ...[CODE, status, JSON.stringify(state)],
  )

describe('a link lives until 90 days after what it leads to ended', () => {
  const complaint = { kind: 'complaint', id: CODE, code: CODE } as const
  const told = { kind: 'feedback', id: CODE, code: CODE } as const

  it('of a complaint: after it closed, and for as long as it is open', async () => {
    const { hub } = theSources()
    const ended = closed().complaint
    await writeRows(hub, [insertComplaint(hub, ended, { contactHash: null, now: 0 })])
    const closedAt = ended.closedAt ?? 0
    expect(await opened(complaint, closedAt + LIVES_MS - 1)).toBe('voice')
    expect(await opened(complaint, closedAt + LIVES_MS)).toBe('gone')
    await put('DELETE FROM complaints')
    const open = aComplaint({ code: CODE }).complaint
    await writeRows(hub, [insertComplaint(hub, open, { contactHash: null, now: 0 })])
    expect(await opened(complaint, BEGUN + 900 * DAY_MS)).toBe('voice')
  })

  it('of feedback: after the last that happened, unless it waits for us', async () => {
    await feedback('solved', { lastHappenedAt: BEGUN })
    expect(await opened(told, BEGUN + LIVES_MS - 1)).toBe('voice')
    expect(await opened(told, BEGUN + LIVES_MS)).toBe('gone')
    await feedback('open', { lastHappenedAt: BEGUN })
    expect(await opened(told, BEGUN + 900 * DAY_MS)).toBe('voice')
  })

  it('of feedback that became a complaint: with that', async () => {
    const { hub } = theSources()
    const other = '7K3M9QXF2T8BX'
    await feedback('complaint', { lastHappenedAt: BEGUN, suspicion: { complaint: other } })
    const row = { ...closed().complaint, code: other }
    await writeRows(hub, [insertComplaint(hub, row, { contactHash: null, now: 0 })])
    const closedAt = row.closedAt ?? 0
    expect(await opened(told, closedAt + LIVES_MS - 1)).toBe('voice')
    expect(await opened(told, closedAt + LIVES_MS)).toBe('gone')
  })

  it('of a survey: after it was sent off, or took no answer any more', async () => {
    const { id, expiresAt } = await anAskedCustomer(CODE)
    const survey = { kind: 'survey', id, code: CODE } as const
    expect(await opened(survey, expiresAt + LIVES_MS - 1)).toBe('voice')
    expect(await opened(survey, expiresAt + LIVES_MS)).toBe('gone')
    await put("UPDATE surveys SET state = json_set(state, '$.completedAt', ?1)", BEGUN)
    expect(await opened(survey, BEGUN + LIVES_MS - 1)).toBe('voice')
    expect(await opened(survey, BEGUN + LIVES_MS)).toBe('gone')
  })
})
