import { MAX_QUERY_LENGTH } from '#domain/places/locator-query.ts'
import {
  type Catalogue,
  defaultService,
  faultsOfModel,
  isKnownModel,
  isReportedFault,
  type ReportedFault,
} from '#domain/repairs/catalogue.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import { type Locale, localePath } from '#i18n/locale.ts'

/** What was chosen so far. Nothing of it is personal, so it travels in addresses. */
export type Choice = {
  readonly fault: ReportedFault | null
  /** A model's id, or `other`. */
  readonly model: string | null
  readonly outlet: string | null
  /** A place, or coordinates, as typed; '' = none. */
  readonly q: string
  /** Id of the place meant, where `q` has namesakes; '' = the best one. */
  readonly place: string
}

/** A choice with the two things that everything after the first step needs. */
export type MadeChoice = Choice & { readonly fault: ReportedFault; readonly model: string }

const matching = (text: string | null, form: RegExp): string | null =>
  text !== null && form.test(text) ? text : null

/** Reads a choice from an address or a form; whatever makes no sense counts as not chosen. */
export function readChoice(params: URLSearchParams, catalogue: Catalogue): Choice {
  const fault = params.get('fault') ?? ''
  const model = params.get('model') ?? ''
  return {
    fault: isReportedFault(fault) ? fault : null,
    model: isKnownModel(catalogue, model) ? model : null,
    outlet: matching(params.get('outlet'), /^[A-Za-z0-9-]{2,12}$/)?.toUpperCase() ?? null,
    q: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
    place: matching(params.get('place'), /^[A-Za-z0-9-]{1,80}$/) ?? '',
  }
}

export type ChoiceFault = 'fault' | 'model' | 'fault_of_model'

/** What is missing before outlets can be looked for: nothing, or which fields are to be mended. */
export function faultsOfChoice(choice: Choice, catalogue: Catalogue): readonly ChoiceFault[] {
  const { fault, model } = choice
  if (fault && model) {
    return faultsOfModel(catalogue, model).includes(fault) ? [] : ['fault_of_model']
  }
  return [...(fault ? [] : (['fault'] as const)), ...(model ? [] : (['model'] as const))]
}

export const isMade = (choice: Choice, catalogue: Catalogue): choice is MadeChoice =>
  faultsOfChoice(choice, catalogue).length === 0

/** What a choice is booked as where the outlet does it while one waits, and elsewhere. */
export const servicesOf = (
  choice: MadeChoice,
  catalogue: Catalogue,
): { readonly best: BookableService; readonly elsewhere: BookableService } => {
  const best = defaultService(catalogue, choice)
  return { best, elsewhere: best === 'one_hour' ? 'repair' : best }
}

/** The address of a page of the flow that keeps the choice: `/zh/book/where/?fault=screen&model=f2`. */
export function bookAddress(
  locale: Locale,
  page: string,
  choice: Choice,
  extra: Readonly<Record<string, string>> = {},
): string {
  const { fault, model, outlet, q, place } = choice
  const params = new URLSearchParams()
  const chosen = { fault, model, outlet, q, place, ...extra }
  for (const [name, value] of Object.entries(chosen)) if (value) params.set(name, value)
  const query = params.toString()
  return `${localePath(locale, `/book/${page}`)}${query ? `?${query}` : ''}`
}

/** A choice that nobody has made yet. */
export const NO_CHOICE: Choice = { fault: null, model: null, outlet: null, q: '', place: '' }
