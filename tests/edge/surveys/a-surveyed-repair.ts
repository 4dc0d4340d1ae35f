import { env } from 'cloudflare:workers'
import type { Survey } from '#domain/surveys/survey.ts'
import { runSurveyClocks } from '#functions/surveys/run-clocks.ts'
import { voiceToken } from '#functions/voices/voice-link.ts'
import { aDesk, booked, type Desk, HTML, stepped } from '../desk-repair/a-desk.ts'
import { asForm } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { markOf } from '../voices/mark-of.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

export type Surveyed = { readonly desk: Desk; readonly code: string }

/** Runs the clock of surveys at the desk's instant. */
export const ring = (desk: Desk) => runSurveyClocks(theSources({ now: desk.now() }))

const DONE = [
  ...([['receive'], ['diagnose'], ['ask', { declineCostMinor: 0 }]] as const),
  ...([['accept', { evidence: 'signature' }], ['finish'], ['pass_check'], ['hand_over']] as const),
]

/** A repair that was handed over at HZ-001. */
export async function handedOver(
  desk: Desk,
  change: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const code = await booked(desk.ask, change)
  await stepped(desk, code, DONE)
  return code
}

/** A desk with a repair that was handed over an hour ago, and its survey made. */
export async function aSurveyedRepair(): Promise<Surveyed> {
  const desk = await aDesk()
  const code = await handedOver(desk)
  desk.later(HOUR_MS)
  await ring(desk)
  return { desk, code }
}

export async function surveys(): Promise<readonly Survey[]> {
  const { results } = await env.HUB.prepare('SELECT state FROM surveys ORDER BY id').all<{
    state: string
  }>()
  return results.map(({ state }) => JSON.parse(state))
}

export async function theSurvey(): Promise<Survey> {
  const [survey] = await surveys()
  if (!survey) throw new Error('nobody was asked')
  return survey
}

/** Opens the link of the survey's message; answers the cookie it gives. */
export async function openedSurvey({ desk }: Pick<Surveyed, 'desk'>, id: string): Promise<string> {
  const token = await voiceToken(theSources().keys, `survey/${id}`)
  const answer = await desk.ask(`/t/${token}`, { ...asForm({}, HTML), redirect: 'manual' })
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

const subjectOf = (cookie: string): string =>
  decodeURIComponent(cookie.split('=')[1] ?? '').split('|')[0] ?? ''

/** What somebody who holds the link sends, by the form that it led to. */
export async function answered(
  { desk }: Pick<Surveyed, 'desk'>,
  cookie: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const about = await markOf(subjectOf(cookie))
  return await desk.ask('/survey/', {
    ...asForm({ about, ...fields }, { ...HTML, Cookie: cookie }),
    redirect: 'manual',
  })
}

export const seen = ({ desk }: Pick<Surveyed, 'desk'>, cookie: string, path = '/survey/') =>
  desk.ask(path, { headers: { ...HTML, Cookie: cookie }, redirect: 'manual' })
