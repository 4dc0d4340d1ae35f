import type { Context } from 'hono'
import { carryStep } from '#functions/http/carry-step.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { historyOf } from './history-routes.ts'
import { formPage } from './intake-pages.tsx'
import { type IntakeFaults, readIntake, readTyped } from './intake-query.ts'
import { type IntakeCase, type IntakeFound, loadIntake } from './load-intake.ts'
import { proposeFor, wishOf } from './sent-form.ts'
import type { DeviceHistory } from './show-history.ts'
import { type Intake, takeIn } from './take-in.ts'
import { type Typed, textOf } from './typed.ts'
import { seenMark } from './views/history-part.tsx'
import type { IntakeNotice } from './views/intake-view.tsx'

type Page = Context<AppEnv>
type Opened = Exclude<IntakeFound, { readonly kind: 'refused' }>

/** What is asked of the form once more, and with which status. */
type Again = {
  readonly faults?: IntakeFaults
  readonly notice?: IntakeNotice | null
  readonly history?: DeviceHistory | null
  readonly status: number
  readonly refusal?: string
}

const plainNotice = (key: MessageKey): IntakeNotice => ({ key, changes: [], closedCode: null })

const CHANGES: Readonly<Record<string, MessageKey>> = {
  'repair.posted': 'desk.intake.event.posted',
  'repair.received': 'desk.intake.event.received',
  'repair.corrected': 'desk.intake.event.corrected',
  'repair.informed': 'desk.intake.event.informed',
  'repair.cancelled': 'desk.intake.event.cancelled',
  'repair.lapsed': 'desk.intake.event.lapsed',
  'repair.reported_lost': 'desk.intake.event.reported_lost',
}

/** What happened to the repair since the version that the form showed. */
function staleNotice({ kind, found }: Opened, seen: number): IntakeNotice {
  const { announced } = found
  if (!announced) return plainNotice('desk.intake.stale')
  const changes = announced.events
    .filter(({ version }) => version > seen)
    .map(({ type, happenedAt }) => ({
      key: CHANGES[type] ?? 'desk.intake.event.other',
      at: happenedAt,
    }))
  const closedCode = kind === 'in_hand' ? announced.repair.code : null
  return { key: 'desk.intake.stale', changes, closedCode }
}

/** A number that the form brings along: the version it showed. */
const versionOf = (typed: Typed): number => Number(textOf(typed, 'version')) || 0

/** Without scripts a history is read before a phone that was here before is taken in. */
const isUnread = (typed: Typed, history: DeviceHistory | null): boolean =>
  history !== null &&
  history.repairs.length > 0 &&
  textOf(typed, 'historySeen') !== seenMark(history)

type Asking = Parameters<typeof takeIn>[0]

/** Whether this very form was carried out before: then the device it took in is no history. */
const wasDone = async (asking: Asking, found: IntakeCase, intake: Intake): Promise<boolean> =>
  (await takeIn(asking, found, intake)).proposal.kind === 'replay'

type Read =
  | { readonly ok: true; readonly intake: Intake; readonly history: DeviceHistory | null }
  | { readonly ok: false; readonly again: Again }

function readSaid(c: Page, found: IntakeCase, typed: Typed) {
  const { config, now } = c.var.context
  const { catalogue, currency } = config
  return readIntake(typed, {
    ...{ catalogue, currency, country: found.country, zone: found.outlet.zone, now },
    isAnnounced: found.announced !== null,
  })
}

const NUMBERS: ReadonlySet<string> = new Set(['imei', 'imei2', 'serial'])

/** What a look at the device alone finds wrong: the rest isn't filled in yet. */
const numberFaults = (faults: IntakeFaults): IntakeFaults =>
  Object.fromEntries(Object.entries(faults).filter(([field]) => NUMBERS.has(field)))

/** The form with everything it needs, proposals put in; or what is to be asked once more. */
async function readForm(c: Page, found: IntakeCase, typed: Typed): Promise<Read> {
  const { context } = c.var
  const read = readSaid(c, found, typed)
  const history = await historyOf(c, found, typed)
  const { said } = read
  if (!said) return { ok: false, again: { faults: read.faults, history, status: 422 } }
  const proposal = await proposeFor(context, found, typed)
  const coverage = said.coverage ?? proposal.coverage?.coverage ?? null
  const promisedAt = said.promisedAt ?? proposal.promise?.at ?? null
  if (coverage === null || promisedAt === null) {
    const faults: IntakeFaults = {
      ...(coverage === null && { coverage: 'coverage' }),
      ...(promisedAt === null && { promised: 'promised' }),
    }
    return { ok: false, again: { faults, history, status: 422 } }
  }
  const { version: _, commandId: __, historySeen: ___, ...text } = typed.text
  const key = textOf(typed, 'commandId') || crypto.randomUUID()
  const asked = { text, lists: typed.lists }
  const intake = { said, coverage, promisedAt, version: versionOf(typed), key, asked }
  return { ok: true, intake, history }
}

/** The record as it stands now, with the form as it was typed. */
async function askAgain(c: Page, opened: Opened, typed: Typed, again: Again): Promise<Response> {
  return await formPage(c, { found: opened.found, typed, ...again })
}

/** Refused: what changed meanwhile, and everything that was typed. */
async function refusedForm(c: Page, typed: Typed, refusal: string): Promise<Response> {
  const status = PROBLEMS[refusal as ProblemCode] ?? 500
  const opened = await loadIntake({ ...c.var.context, staff: staffIn(c) }, wishOf(typed))
  if (opened.kind === 'refused') return await answerProblem(c, opened.refusal)
  const history = await historyOf(c, opened.found, typed)
  if (refusal === 'stale' && textOf(typed, 'ticket')) {
    const further = { ...typed, text: { ...typed.text, further: 'yes' } }
    const next = await loadIntake({ ...c.var.context, staff: staffIn(c) }, wishOf(further))
    if (next.kind === 'refused') return await answerProblem(c, next.refusal)
    const notice = plainNotice('desk.intake.stale.first_device')
    return await askAgain(c, next, further, { notice, history, status })
  }
  const notice =
    refusal === 'key_reused'
      ? plainNotice('desk.intake.key_reused')
      : refusal === 'stale' || refusal === 'not_allowed_now'
        ? staleNotice(opened, versionOf(typed))
        : plainNotice(`problems.${refusal as 'bad_value'}.detail`)
  return await askAgain(c, opened, typed, { notice, history, status, refusal })
}

const submit = pageRoute({
  audience: 'staff',
  permission: 'intake.take',
  method: 'post',
  path: '/desk/intake/',
  allowance: 'writes',
  middleware: [formPosts],
  handler: async (c) => {
    const { context } = c.var
    const typed = await readTyped(c.req.raw)
    const asking = { ...context, staff: staffIn(c) }
    const opened = await loadIntake(asking, wishOf(typed))
    if (opened.kind === 'refused') return await answerProblem(c, opened.refusal)
    const { found } = opened
    if (textOf(typed, 'act') === 'check') {
      const history = await historyOf(c, found, typed)
      const faults = numberFaults(readSaid(c, found, typed).faults)
      const status = Object.keys(faults).length > 0 ? 422 : 200
      return await askAgain(c, opened, typed, { history, faults, status })
    }
    const read = await readForm(c, found, typed)
    if (!read.ok) return await askAgain(c, opened, typed, read.again)
    const { intake, history } = read
    if (isUnread(typed, history) && !(await wasDone(asking, found, intake))) {
      const notice = plainNotice('desk.intake.history.seen')
      return await askAgain(c, opened, typed, { notice, history, status: 409 })
    }
    const outcome = await carryStep(() => takeIn(asking, found, intake))
    if (outcome.kind === 'refused') return await refusedForm(c, typed, outcome.refusal)
    return c.redirect(`/desk/intake/done/?code=${outcome.answer.code}`, 303)
  },
})

export const intakeSubmitRoutes: readonly DeclaredRoute[] = [submit]
