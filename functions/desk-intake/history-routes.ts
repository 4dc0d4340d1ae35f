import type { Context } from 'hono'
import { modelOfImei, readDevice } from '#domain/desk/intake-device.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { problem } from '#functions/http/problem.ts'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { toldPage } from './intake-pages.tsx'
import { readTyped } from './intake-query.ts'
import { type IntakeCase, loadIntake } from './load-intake.ts'
import { proposeFor, wishOf } from './sent-form.ts'
import { type DeviceHistory, showHistory } from './show-history.ts'
import { type Typed, textOf } from './typed.ts'

type Page = Context<AppEnv>

/** Where the device that was typed has been; null = no number of it can be read. The search is noted. */
export async function historyOf(
  c: Page,
  { announced, outlet }: IntakeCase,
  typed: Typed,
): Promise<DeviceHistory | null> {
  const text = (name: string) => textOf(typed, name)
  const device = readDevice({ imei: text('imei'), imei2: text('imei2'), serial: text('serial') })
  if (device.imeis.length === 0 && device.serial === null) return null
  const { context } = c.var
  const wish = { device, outlet: outlet.code, except: announced?.repair.code ?? null }
  const searched = await showHistory({ ...context, staff: staffIn(c) }, wish)
  if ('refusal' in searched) return null
  await writeRows(context.hub, searched.log)
  return searched.history
}

const history = pageRoute({
  audience: 'staff',
  permission: 'intake.take',
  method: 'post',
  path: '/desk/intake/history',
  allowance: 'writes',
  isQuiet: true,
  middleware: [formPosts],
  handler: async (c) => {
    const { context } = c.var
    const sent = await readTyped(c.req.raw)
    const opened = await loadIntake({ ...context, staff: staffIn(c) }, wishOf(sent))
    if (opened.kind === 'refused') return problem(c, opened.refusal)
    const { found } = opened
    const known = modelOfImei(context.config.catalogue, textOf(sent, 'imei'))
    const model = textOf(sent, 'model') || (known?.id ?? '')
    const typed = { ...sent, text: { ...sent.text, model } }
    const proposal = await proposeFor(context, found, typed)
    return toldPage(c, { found, typed, proposal, history: await historyOf(c, found, typed) })
  },
})

export const intakeHistoryRoutes: readonly DeclaredRoute[] = [history]
