import { env } from 'cloudflare:workers'
import { insertComplaint } from '#functions/complaints/store.ts'
import { writeRows } from '#functions/db/commit.ts'
import { newTally } from '#functions/db/database.ts'
import { appendEvent } from '#functions/db/events.ts'
import { voiceRow } from '#functions/voices/voice-on-record.ts'
import { ASSIGN, aComplaint, DISPATCH, PEOPLE, REACHED } from '#support/a-complaint.ts'
import { NOW } from '../support/a-worker.ts'

export const COMPLAINT = '7K3M9QXF2T8BV'

/** A complaint about HZ-001 that its manager was asked to report on, with what only they may read. */
export async function aSeededComplaint(): Promise<void> {
  const hub = { name: 'hub', d1: env.HUB, tally: newTally() }
  const begun = { code: COMPLAINT, outlet: 'HZ-001', receivedAt: NOW - 300_000 }
  const { complaint, events } = aComplaint(begun)
    .and(DISPATCH, { by: PEOPLE.agent })
    .and(REACHED)
    .and({ ...ASSIGN, outlet: 'HZ-001' })
  const phone = { dial: '+8613800138000', display: '138 0013 8000' }
  const contact = { name: 'Wang', phone, email: null }
  const recording = { recordedAt: NOW, actor: 'stf_agent', commandId: null }
  await writeRows(hub, [
    insertComplaint(hub, complaint, { contactHash: null, now: NOW }),
    voiceRow(hub, COMPLAINT, { contact, words: { said: 'Wang waits.' }, consent: null }),
    ...events.map((event) => appendEvent(hub, { ...event, data: { ...event.data } }, recording)),
  ])
}
