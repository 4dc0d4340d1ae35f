import type { Context } from 'hono'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { csvAnswer } from '#functions/http/csv.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { analyseVoices, regionsToHear } from './analyse-voices.ts'
import { readVerbatims } from './read-verbatims.ts'
import { FIGURES_HEADER, figureRows, WORDS_HEADER, wordRows } from './views/voices-tables.ts'
import { voicesPage, wordsPage } from './voices-pages.tsx'
import { type VoicesAsked, voicesAsked } from './voices-query.ts'

type Page = Context<AppEnv>

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

function asked(c: Page): VoicesAsked {
  const { now, config } = c.var.context
  return voicesAsked((name) => c.req.query(name), wallTimeIn(networkZone(config), now).date)
}

/** What can't be taken is said beside the form, and nothing is reckoned. */
async function figures(c: Page): Promise<Response> {
  const ask = asked(c)
  const regions = await regionsToHear(asking(c))
  if (ask.wrong.length > 0) return await voicesPage(c, { ask, regions, analysis: null })
  const analysis = await analyseVoices(asking(c), ask.wish)
  if (!('refusal' in analysis)) return await voicesPage(c, { ask, regions, analysis })
  const { refusal } = analysis
  if (refusal !== 'period_too_long') return await answerProblem(c, refusal)
  const wrong = { ...ask, wrong: ['period'] as const }
  return await voicesPage(c, { ask: wrong, regions, analysis: null })
}

async function figuresCsv(c: Page): Promise<Response> {
  const ask = asked(c)
  if (ask.wrong.length > 0) return await answerProblem(c, 'invalid_value')
  const analysis = await analyseVoices(asking(c), ask.wish)
  if ('refusal' in analysis) {
    const { refusal } = analysis
    return await answerProblem(c, refusal === 'period_too_long' ? 'invalid_value' : refusal)
  }
  const rows = figureRows(analysis)
  return csvAnswer(c, { name: 'voices.csv', header: FIGURES_HEADER, rows })
}

/** Reads a page of words and notes it: the same for looking and for taking away. */
async function wordsOf(c: Page, ask: VoicesAsked) {
  const { kind, before } = ask
  const read = await readVerbatims(asking(c), { ...ask.wish, kind, before })
  if (!('refusal' in read)) await writeRows(c.var.context.hub, [read.noted])
  return read
}

async function words(c: Page): Promise<Response> {
  const ask = asked(c)
  if (ask.wrong.length > 0) return await answerProblem(c, 'invalid_value')
  const read = await wordsOf(c, ask)
  return 'refusal' in read
    ? await answerProblem(c, read.refusal)
    : await wordsPage(c, { ask, ...read })
}

async function wordsCsv(c: Page): Promise<Response> {
  const ask = asked(c)
  if (ask.wrong.length > 0) return await answerProblem(c, 'invalid_value')
  const read = await wordsOf(c, ask)
  if ('refusal' in read) return await answerProblem(c, read.refusal)
  const rows = wordRows(ask.kind, read.verbatims)
  return csvAnswer(c, { name: 'voices-words.csv', header: WORDS_HEADER, rows })
}

const hearing = { audience: 'staff', permission: 'voice.analyse', method: 'get' } as const

export const deskVoiceRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...hearing, path: '/desk/voices/', handler: figures }),
  pageRoute({ ...hearing, path: '/desk/voices/words/', handler: words }),
  pageRoute({ ...hearing, path: '/desk/voices.csv', handler: figuresCsv }),
  pageRoute({ ...hearing, path: '/desk/voices/words.csv', handler: wordsCsv }),
]
