import { describe, expect, it } from 'vitest'
import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { messageOfVoice } from '#domain/messages/messages-of-voice.ts'
import { isVoiceStillDue } from '#domain/messages/voice-templates.ts'
import {
  aComplaint,
  answered,
  type ComplaintStory,
  DAY_MS,
  DISPATCH,
  dispatched,
  HOUR_MS,
  NOBODY_THERE,
  PEOPLE,
  REACHED,
} from '#support/a-complaint.ts'

const asked = (event: ComplaintEvent) =>
  messageOfVoice({ ...event, data: { ...event.data } })?.template ?? null
const templates = ({ events }: ComplaintStory) => events.map(asked)
const last = (story: ComplaintStory) => templates(story).at(-1)

/** Disagreed with on every level, up to the head office’s last word. */
function toTheEnd(): ComplaintStory {
  let story = answered()
  for (let level = 1; level <= 3; level++) {
    story = story.and({ type: 'disagree' }, { by: PEOPLE.customer })
    if (level === 3) break
    story = story
      .and(REACHED)
      .and({ type: 'assign', outlet: 'SZ-001' })
      .and(
        {
          ...{ type: 'report', customerContacted: true, technician: null },
          ...{ cause: 'too_slow', remedy: 'apology' },
        },
        { by: PEOPLE.manager },
      )
      .and({ type: 'verify' }, { by: PEOPLE.agent })
      .and({ type: 'answer', verdict: 'not_upheld', remedy: 'none' })
  }
  return story
}

describe('a customer whom nobody reached', () => {
  it('is told of it, once a day however often it was tried', () => {
    const tried = dispatched()
      .and(NOBODY_THERE)
      .and(NOBODY_THERE, { after: HOUR_MS })
      .and(NOBODY_THERE, { after: DAY_MS })
    expect(templates(tried).slice(2)).toEqual([
      'complaint_contact_missed',
      null,
      'complaint_contact_missed',
    ])
    expect(tried.complaint.isUnreachable).toBe(true)
  })

  it('is told by the day of the complaint’s place', () => {
    // Begun at 10:00 in Shanghai: 13 hours on it is 23:00, two more and it is tomorrow.
    const tried = dispatched()
      .and(NOBODY_THERE, { after: 13 * HOUR_MS })
      .and(NOBODY_THERE, { after: 2 * HOUR_MS })
    expect(templates(tried).slice(2)).toEqual([
      'complaint_contact_missed',
      'complaint_contact_missed',
    ])
  })

  it('is told nothing of a try that reached them', () => {
    expect(last(dispatched().and(REACHED))).toBeNull()
  })

  it('is not told any more once there is an answer', () => {
    expect(isVoiceStillDue('complaint_contact_missed', 'dispatched')).toBe(true)
    expect(isVoiceStillDue('complaint_contact_missed', 'answered')).toBe(false)
  })
})

describe('a complaint that closes', () => {
  it('says how, whatever it was that closed it', () => {
    const { customer, system, quality } = PEOPLE
    const other = '4T8BV7K3M9QXF'
    expect(last(answered().and({ type: 'agree' }, { by: customer }))).toBe(
      'complaint_closed_agreed',
    )
    const silent = answered().and({ type: 'silence' }, { by: system, after: 15 * DAY_MS })
    expect(last(silent)).toBe('complaint_closed_no_reply')
    expect(last(dispatched().and({ type: 'withdraw' }, { by: customer }))).toBe(
      'complaint_closed_withdrawn',
    )
    expect(last(dispatched().and({ type: 'reclassify' }, { by: quality }))).toBe(
      'complaint_closed_not_a_complaint',
    )
    expect(last(dispatched().and({ type: 'merge', into: other }, { by: quality }))).toBe(
      'complaint_closed_merged',
    )
    expect(last(toTheEnd())).toBe('complaint_closed_final')
  })

  it('says so as long as nobody brings it back', () => {
    expect(isVoiceStillDue('complaint_closed_withdrawn', 'closed')).toBe(true)
    expect(isVoiceStillDue('complaint_closed_withdrawn', 'dispatched')).toBe(false)
  })

  it('is closed to nobody where nobody said who they are', () => {
    const nobodys = aComplaint({ anonymous: true })
      .and(DISPATCH, { by: PEOPLE.agent })
      .and({ type: 'withdraw' }, { by: PEOPLE.customer })
    expect(templates(nobodys)).toEqual([null, null, null])
  })
})
