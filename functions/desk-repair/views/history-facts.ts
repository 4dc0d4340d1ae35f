import { ACTION_FIELDS } from '#domain/desk/action-fields.ts'
import type { Field, StaffStep } from '#domain/desk/repair-field.ts'
import { actionOfEvent } from '#domain/repairs/event-facts.ts'
import type { RepairActionType } from '#domain/repairs/repair-action.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { formatDate } from '#i18n/format.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { at, choicesHere, nameOf, type RepairPage } from './repair-page.ts'
import { wordOf } from './words.ts'

export type HistoryFact = { readonly label: string; readonly text: string }

/** What is no news in a list: it is carried by every form, or stands elsewhere. */
const UNTOLD: ReadonlySet<string> = new Set(['askVersion', 'isAnnounced', 'arrivedAt'])

function textOf(page: RepairPage, field: Field, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const list = field.kind === 'choice' || field.kind === 'checks' ? field.list : null
  const word = (code: unknown): string =>
    list === 'people'
      ? nameOf(page, String(code))
      : list
        ? wordOf(list, String(code), choicesHere(page))
        : String(code)
  switch (field.kind) {
    case 'instant':
      return typeof value === 'number' ? at(page, value) : null
    case 'date':
      return formatDate(page.locale, String(value))
    case 'checks': {
      const codes = Array.isArray(value) ? value : String(value).split(field.joined ?? ',')
      return codes.length === 0 ? null : codes.map(word).join(page.t('desk.repair.and'))
    }
    case 'codes':
      return Array.isArray(value) && value.length > 0 ? value.join(', ') : null
    case 'choice':
    case 'code':
      return word(value)
    default:
      return null
  }
}

type Asked = {
  readonly kind: string
  readonly totalMinor: number
  readonly currency: string | null
}

function askFacts(page: RepairPage, { ask }: { readonly ask?: Asked }): readonly HistoryFact[] {
  if (!ask) return []
  const { t, locale } = page
  const { kind, totalMinor, currency } = ask
  return [
    {
      label: t('desk.repair.field.ask_kind'),
      text: wordOf('askKinds', kind, choicesHere(page)),
    },
    ...(currency
      ? [
          {
            label: t('desk.repair.field.amount'),
            text: formatPrice(locale, totalMinor, currency),
          },
        ]
      : []),
  ]
}

const isStaffStep = (action: RepairActionType): action is StaffStep => action in ACTION_FIELDS

/** What an event says of its own, in the words of the form that its step has. */
export function historyFacts(
  page: RepairPage,
  { type, data }: RepairEvent,
): readonly HistoryFact[] {
  const action = actionOfEvent(type)
  if (!isStaffStep(action)) return []
  const told = ACTION_FIELDS[action].flatMap((field): readonly HistoryFact[] => {
    const isOther = field.path !== undefined && field.when?.is[0] !== data[field.when?.field ?? '']
    if (UNTOLD.has(field.name) || isOther) return []
    const text = textOf(page, field, data[field.path ?? field.name])
    return text === null ? [] : [{ label: page.t(`desk.repair.field.${field.label}`), text }]
  })
  return [...askFacts(page, data as { readonly ask?: Asked }), ...told]
}
