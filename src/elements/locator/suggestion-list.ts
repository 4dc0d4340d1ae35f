import type { Place } from '#domain/places/place.ts'
import { placeLabel } from '#domain/places/place-label.ts'
import type { Locale } from '#i18n/locale.ts'

const OPTION_ID = 'locator-place-'

export type SuggestionList = {
  readonly show: (places: readonly Place[]) => void
  /** Down by 1 or up by -1; past an end lies the box itself. */
  readonly move: (step: number) => void
  readonly active: () => Place | null
  readonly at: (target: EventTarget | null) => Place | null
  readonly isOpen: () => boolean
}

function optionOf(place: Place, position: number, locale: Locale): HTMLLIElement {
  const option = document.createElement('li')
  option.id = OPTION_ID + position
  option.setAttribute('role', 'option')
  const name = document.createElement('span')
  name.textContent = place.name[locale]
  const area = document.createElement('span')
  area.className = 'place-area'
  area.textContent = placeLabel(place, locale)
  option.append(name, ' ', area)
  return option
}

/** The list under the box, and which of its places is marked. */
export function suggestionList(
  input: HTMLInputElement,
  list: HTMLElement,
  locale: Locale,
): SuggestionList {
  let places: readonly Place[] = []
  let active = -1

  const mark = (position: number): void => {
    active = position
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === position))
      if (at === position) option.scrollIntoView({ block: 'nearest' })
    }
    if (position < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', OPTION_ID + position)
  }
  return {
    show: (found) => {
      places = found
      list.replaceChildren(...found.map((place, at) => optionOf(place, at, locale)))
      list.hidden = found.length === 0
      input.setAttribute('aria-expanded', String(found.length > 0))
      mark(-1)
    },
    move: (step) => {
      const stops = places.length + 1
      mark(((active + 1 + step + stops) % stops) - 1)
    },
    active: () => places[active] ?? null,
    at: (target) => {
      const option = (target as Element | null)?.closest('[role="option"]')
      return option ? (places[[...list.children].indexOf(option)] ?? null) : null
    },
    isOpen: () => !list.hidden,
  }
}
