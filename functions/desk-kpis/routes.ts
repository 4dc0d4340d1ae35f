import type { Context } from 'hono'
import { behindFigure } from '#domain/kpis/behind-figure.ts'
import { FIGURE_IDS, type FigureId, isTurnaround } from '#domain/kpis/kpi-definitions.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { csvAnswer } from '#functions/http/csv.ts'
import { pageFrom } from '#functions/http/list-cursor.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { listBehind } from '#functions/kpis/list-behind.ts'
import { readBelow } from '#functions/kpis/read-below.ts'
import { type ReadFigures, readFigures } from '#functions/kpis/read-figures.ts'
import { type OpenAges, readOpenAges } from '#functions/kpis/read-open-ages.ts'
import { placesToSee } from '#functions/kpis/see-place.ts'
import { kpiApiRoutes } from './api-routes.ts'
import { behindList, behindPage, kpiPage, kpisPage } from './kpis-pages.tsx'
import { type KpisAsked, kpisAsked } from './kpis-query.ts'
import { KPI_HEADER, kpiRows } from './views/kpi-tables.ts'
import { KPIS_HEADER, kpisRows } from './views/kpis-tables.ts'

type Page = Context<AppEnv>

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

function asked(c: Page): KpisAsked {
  const { now, config } = c.var.context
  return kpisAsked((name) => c.req.query(name), wallTimeIn(networkZone(config), now).date)
}

/** What can't be taken is said beside the form, and nothing is reckoned. */
async function kpis(c: Page): Promise<Response> {
  const ask = asked(c)
  const places = await placesToSee(asking(c))
  if (ask.wrong.length > 0) return await kpisPage(c, { ask, places, read: null })
  const read = await readFigures(asking(c), ask)
  if ('refusal' in read) return await answerProblem(c, read.refusal)
  return await kpisPage(c, { ask, places, read })
}

async function kpisCsv(c: Page): Promise<Response> {
  const ask = asked(c)
  if (ask.wrong.length > 0) return await answerProblem(c, 'invalid_value')
  const read = await readFigures(asking(c), ask)
  if ('refusal' in read) return await answerProblem(c, read.refusal)
  return csvAnswer(c, { name: 'kpis.csv', header: KPIS_HEADER, rows: kpisRows(read) })
}

const idIn = (c: Page): FigureId | null =>
  FIGURE_IDS.find((id) => id === c.req.param('kpi')) ?? null

/** A KPI at a place, with the places below it. */
async function readKpi(c: Page, ask: KpisAsked) {
  const read = await readFigures(asking(c), ask)
  if ('refusal' in read) return read
  const below = await readBelow(asking(c), ask)
  return 'refusal' in below ? below : { read, below }
}

/** How old what is open has become, beside how long repairs took. */
async function agesBeside(c: Page, id: FigureId, { place }: ReadFigures): Promise<OpenAges | null> {
  const isTold = place.kind === 'outlet' && isTurnaround(id)
  return isTold ? await readOpenAges(c.var.context, place.id) : null
}

async function kpi(c: Page): Promise<Response> {
  const [ask, id] = [asked(c), idIn(c)]
  if (!id) return await answerProblem(c, 'not_found')
  const places = await placesToSee(asking(c))
  const nothing = { read: null, below: null, ages: null }
  if (ask.wrong.length > 0) return await kpiPage(c, { ask, places, id, ...nothing })
  const found = await readKpi(c, ask)
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  const ages = await agesBeside(c, id, found.read)
  return await kpiPage(c, { ask, places, id, ages, ...found })
}

async function kpiCsv(c: Page): Promise<Response> {
  const [ask, id] = [asked(c), idIn(c)]
  if (!id) return await answerProblem(c, 'not_found')
  if (ask.wrong.length > 0) return await answerProblem(c, 'invalid_value')
  const found = await readKpi(c, ask)
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  const rows = kpiRows(found.read, id, found.below)
  return csvAnswer(c, { name: `${id}.csv`, header: KPI_HEADER, rows })
}

/** Repairs behind a figure of an outlet; of what isn't counted from repairs there is no such list. */
async function behind(c: Page): Promise<Response> {
  const [ask, id] = [asked(c), idIn(c)]
  if (!id || behindFigure(id) !== 'repairs') return await answerProblem(c, 'not_found')
  if (ask.wrong.length > 0) return await answerProblem(c, 'invalid_value')
  const after = await pageFrom(c, behindList(ask.place ?? '', ask.month))
  const listed = await listBehind(asking(c), { place: ask.place, month: ask.month, id, after })
  if ('refusal' in listed) return await answerProblem(c, listed.refusal)
  return await behindPage(c, id, listed)
}

const seeing = { audience: 'staff', permission: 'kpi.see', method: 'get' } as const

export const deskKpiRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: '/desk/kpis/', handler: kpis }),
  pageRoute({ ...seeing, path: '/desk/kpis.csv', handler: kpisCsv }),
  pageRoute({ ...seeing, path: '/desk/kpis/{kpi}/', handler: kpi }),
  pageRoute({
    ...{ ...seeing, permission: 'kpi.behind', handler: behind },
    path: '/desk/kpis/{kpi}/repairs/',
  }),
  pageRoute({ ...seeing, path: '/desk/kpis/{kpi}/figures.csv', handler: kpiCsv }),
  ...kpiApiRoutes,
]
