import { filterCount, type LocatorQuery, readLocatorQuery } from '#domain/places/locator-query.ts'
import { findPart } from './find-part.ts'
import type { LocatorSetting } from './page-setting.ts'

export type FormState = {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly read: () => LocatorQuery
  readonly show: (query: LocatorQuery) => void
  readonly setPlace: (id: string) => void
}

/** The form of the page as a query and back. The picker's regions are kept by the caller. */
export function formState(root: HTMLElement, { t }: LocatorSetting): FormState {
  const form = findPart<HTMLFormElement>(root, 'locator-form')
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const filters = findPart<HTMLDetailsElement>(root, 'locator-filters')
  const input = field('q')
  const setPlace = (id: string): void => {
    field('place').value = id
    field('place').disabled = id === ''
  }
  const read = (): LocatorQuery => {
    const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    return readLocatorQuery(new URLSearchParams(entries))
  }
  const show = (query: LocatorQuery): void => {
    input.value = query.q
    setPlace(query.place)
    for (const name of ['service', 'family', 'language'] as const) field(name).value = query[name]
    for (const name of ['openNow', 'doneHere', 'stepFree'] as const) {
      field(name).checked = query[name]
    }
    const count = filterCount(query)
    if (count > 0) filters.open = true
    findPart(root, 'filter-count').textContent =
      count > 0 ? t('locator.filters.set', { count }) : t('locator.filters.legend')
  }
  // Other letters mean another place.
  input.addEventListener('input', () => setPlace(''))
  return { form, input, read, show, setPlace }
}
