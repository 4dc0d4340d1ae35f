import type { Context } from 'hono'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import { type Form, formOf, keyIn, readForm, SAVED } from '#functions/desk-network/form-query.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { csvAnswer } from '#functions/http/csv.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { createWave, type WaveWish } from './create-wave.ts'
import { overviewPage, panelPage, wavePage } from './desk-pages.tsx'
import { exportAnswers, HEADER } from './export-answers.ts'
import { showFigures } from './show-figures.ts'
import { listWaves, showWave } from './show-waves.ts'

type Page = Context<AppEnv>

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

/** The outlet that an address names; null = none. */
export const outletIn = (c: Page): string | null =>
  c.req.query('outlet')?.trim().toUpperCase().slice(0, 12) || null

async function overview(c: Page): Promise<Response> {
  const outlet = outletIn(c)
  const figures = await showFigures(asking(c), outlet)
  if ('refusal' in figures) return await answerProblem(c, figures.refusal)
  return await overviewPage(c, figures, outlet)
}

async function panel(c: Page, typed: Form = formOf([]), isBad = false): Promise<Response> {
  const waves = await listWaves(asking(c))
  if ('refusal' in waves) return await answerProblem(c, waves.refusal)
  return await panelPage(c, { waves, typed, isBad })
}

/** Begins a wave: what lies in other databases first, so that a wave which stands asks everybody. */
export async function carryWave(c: Page, wish: WaveWish) {
  const { others, task } = await createWave(asking(c), wish)
  for (const [database, rows] of others) await writeRows(database, rows)
  return await carryOut(task)
}

const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)

async function begin(c: Page): Promise<Response> {
  const form = await readForm(c.req.raw)
  const outcome = await carryWave(c, {
    ...{ fromDay: form.text('from'), untilDay: form.text('until'), key: keyIn(form) },
    wanted: wholeNumber(form.text('wanted')),
  })
  if (outcome.kind === 'done') return c.redirect(`/desk/surveys/panel/?${SAVED}`, 303)
  if (outcome.refusal === 'bad_value') return await panel(c, form, true)
  return await answerProblem(c, outcome.refusal === 'key_reused' ? 'key_reused' : 'not_your_role')
}

async function wave(c: Page): Promise<Response> {
  const shown = await showWave(asking(c), c.req.param('id') ?? '')
  return 'refusal' in shown ? await answerProblem(c, shown.refusal) : await wavePage(c, shown)
}

async function answersFile(c: Page): Promise<Response> {
  const month = c.req.query('month') ?? ''
  const answers = await exportAnswers(asking(c), month)
  if ('refusal' in answers) return await answerProblem(c, answers.refusal)
  const { rows, access } = answers
  await writeRows(access.database, [access])
  return csvAnswer(c, { name: `answers-${month}.csv`, header: HEADER, rows })
}

const seeing = { audience: 'staff', permission: 'survey.see', method: 'get' } as const
const editing = { audience: 'staff', permission: 'survey.edit' } as const

export const surveyDeskRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: '/desk/surveys/', handler: overview }),
  pageRoute({
    ...{ audience: 'staff', permission: 'survey.export', method: 'get' },
    ...{ path: '/desk/surveys/answers.csv', handler: answersFile },
  }),
  pageRoute({ ...editing, method: 'get', path: '/desk/surveys/panel/', handler: (c) => panel(c) }),
  pageRoute({
    ...{ ...editing, method: 'post', path: '/desk/surveys/panel/', handler: begin },
    ...({ allowance: 'writes', middleware: [formPosts] } as const),
  }),
  pageRoute({ ...editing, method: 'get', path: '/desk/surveys/panel/{id}/', handler: wave }),
]
