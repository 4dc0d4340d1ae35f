import { z } from '@hono/zod-openapi'
import { THEMES } from '#domain/feedback/themes.ts'
import { isDay, untilAfter } from '#domain/improvements/figure-rules.ts'
import { OWNER_ROLES } from '#domain/improvements/improvement.ts'
import { IMPROVEMENT_STEPS, type ImprovementPlan } from '#domain/improvements/improvement-action.ts'
import { KPI_IDS } from '#domain/kpis/kpi-registry.ts'
import { holdsPersonal } from '#domain/voices/mask-personal.ts'
import type { PlanWords, SaidAction } from './edit-improvements.ts'

export const LONGEST_WORDS = 500

/** Words for the public: none that name a person. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_WORDS)
  .refine((text) => !holdsPersonal(text))
const both = z.object({ en: words, 'zh-CN': words })
const day = z.string().refine(isDay).openapi({ type: 'string', format: 'date' })

export const figureBody = z
  .object({
    amount: z.number().openapi({
      description: 'Of a share or rate: how many of n; else the figure in the measure’s unit',
    }),
    n: z.int().min(1).max(1_000_000_000),
    from: day,
    until: day.openapi({ description: 'The first day after the period' }),
  })
  .openapi('ImprovementFigure')

export const planBody = z.object({
  themes: z
    .array(z.enum(THEMES))
    .min(1)
    .max(THEMES.length)
    .transform((themes) => THEMES.filter((theme) => themes.includes(theme))),
  region: z.string().min(1).max(60).nullable(),
  owner: z.enum(OWNER_ROLES),
  dueDay: day,
  kpi: z.enum(KPI_IDS as readonly [(typeof KPI_IDS)[number]]).nullable(),
  before: figureBody.nullable(),
  heard: both,
  change: both,
})

export const stepBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('finish'), day, evidence: both }),
  z.object({ type: z.literal('drop'), reason: both }),
  z.object({ type: z.literal('measure'), after: figureBody }),
  z.object({ type: z.literal('publish') }),
  z.object({ type: z.literal('withdraw') }),
])

type PlanBody = z.output<typeof planBody>
export type PlanRead = { readonly plan: ImprovementPlan; readonly words: PlanWords }

export const planOf = ({ heard, change, ...plan }: PlanBody): PlanRead => ({
  ...{ plan, words: { heard, change } },
})

/** A figure of a form: nothing typed = none; anything else is read, and refused by its field. */
function figureIn(text: (name: string) => string, prefix: string): unknown {
  const [amount, n] = [text(`${prefix}Amount`), text(`${prefix}N`)]
  const [from, until] = [text(`${prefix}From`), text(`${prefix}Until`)]
  if ([amount, n, from, until].every((one) => one === '')) return null
  const number = (typed: string) => (typed === '' ? undefined : Number(typed.replace(',', '.')))
  return { amount: number(amount), n: number(n), from, until: untilAfter(until) }
}

const bothIn = (text: (name: string) => string, name: string) => ({
  en: text(`${name}En`),
  'zh-CN': text(`${name}Zh`),
})

/** The field of a form that a path into a body is about: `before.amount` is `beforeAmount`. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const [first = '', second] = path.map(String)
  if (second === undefined || first === 'themes') return first
  if (second === 'zh-CN') return `${first}Zh`
  return `${first}${second.charAt(0).toUpperCase()}${second.slice(1)}`
}

type Typed = {
  readonly text: (name: string) => string
  readonly all: (name: string) => readonly string[]
}
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly wrong: readonly string[] }

function readAs<Schema extends z.ZodType>(schema: Schema, body: unknown): Read<z.output<Schema>> {
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data }
  const fields = result.error.issues.map(({ path }) => fieldOf(path))
  return { ok: false, wrong: [...new Set(fields)] }
}

/** A plan from its form, or the fields that can't be taken. A measure goes with a figure, or neither. */
export function planIn({ text, all }: Typed): Read<PlanRead> {
  const kpi = text('kpi') || null
  const before = figureIn(text, 'before')
  const read = readAs(planBody, {
    ...{ themes: all('themes'), region: text('region') || null, owner: text('owner') },
    ...{ dueDay: text('dueDay'), kpi, before },
    ...{ heard: bothIn(text, 'heard'), change: bothIn(text, 'change') },
  })
  const alone = [
    ...(kpi !== null && before === null ? ['beforeAmount'] : []),
    ...(kpi === null && before !== null ? ['kpi'] : []),
  ]
  if (!read.ok) return { ok: false, wrong: [...read.wrong, ...alone] }
  return alone.length > 0 ? { ok: false, wrong: alone } : { ok: true, value: planOf(read.value) }
}

const isStep = (text: string): boolean => (IMPROVEMENT_STEPS as readonly string[]).includes(text)

/** A step from its form; null = there is none of that name. */
export function stepIn(type: string, { text }: Typed): Read<SaidAction> | null {
  if (!isStep(type)) return null
  return readAs(stepBody, {
    type,
    ...(type === 'finish' && { day: text('day'), evidence: bothIn(text, 'evidence') }),
    ...(type === 'drop' && { reason: bothIn(text, 'reason') }),
    ...(type === 'measure' && { after: figureIn(text, 'after') ?? {} }),
  })
}
