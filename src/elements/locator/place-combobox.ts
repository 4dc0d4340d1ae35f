import { findPlaces } from '#domain/places/find-places.ts'
import { parseCoordinates } from '#domain/places/parse-coordinates.ts'
import type { Place } from '#domain/places/place.ts'
import { loadPlaceFile, loadRegionNames } from './load-files.ts'
import type { LocatorSetting } from './page-setting.ts'
import { type SuggestionList, suggestionList } from './suggestion-list.ts'

const files = { load: loadPlaceFile, loadRegions: loadRegionNames }
const SHOWN = 7
const PAUSE_MS = 120

type Combobox = {
  readonly input: HTMLInputElement
  readonly list: HTMLElement
  readonly setting: LocatorSetting
  readonly announce: (text: string) => void
  readonly choose: (place: Place) => void
}

/** A Latin letter alone names half the world; a Chinese character or a digit pair says more. */
const worthSearching = (text: string): boolean =>
  (text.length >= 2 || /\p{Script=Han}/u.test(text)) && !parseCoordinates(text)

/** Suggests while somebody types; a failure suggests nothing, for submitting still works. */
function suggestWhileTyping(
  { input, setting, announce }: Combobox,
  suggestions: SuggestionList,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const search = async (): Promise<void> => {
    const text = input.value.trim()
    const { homeCountries } = setting
    const found = worthSearching(text)
      ? await findPlaces(text, { ...files, homeCountries, limit: SHOWN }).catch(() => [])
      : []
    if (input.value.trim() !== text || document.activeElement !== input) return
    suggestions.show(found)
    if (found.length > 0) announce(setting.counted('locator.suggestions_count', found.length))
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(search, PAUSE_MS)
  })
  input.form?.addEventListener('submit', () => {
    clearTimeout(timer)
    suggestions.show([])
  })
  return () => {
    search()
  }
}

/** The ARIA 1.2 combobox with a list of places: arrows choose, Enter takes, Escape closes. */
export function startCombobox(combobox: Combobox): void {
  const { input, list, setting, choose } = combobox
  const suggestions = suggestionList(input, list, setting.locale)
  const take = (place: Place | null): void => {
    suggestions.show([])
    if (place) choose(place)
  }
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  suggestions.show([])
  const suggest = suggestWhileTyping(combobox, suggestions)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (!suggestions.isOpen()) {
      if (event.key === 'ArrowDown') suggest()
      return
    }
    if (event.key === 'ArrowDown') suggestions.move(1)
    else if (event.key === 'ArrowUp') suggestions.move(-1)
    else if (event.key === 'Enter' && suggestions.active()) take(suggestions.active())
    else if (event.key === 'Escape') suggestions.show([])
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', () => suggestions.show([]))
  // Before the blur that would close the list.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    const place = suggestions.at(event.target)
    if (place) take(place)
  })
}
