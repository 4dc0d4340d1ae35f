const MARKED = 'locator-marked'

type Step = {
  /** Marks an outlet's card, or none. */
  readonly mark: (code: string | null) => void
}

/** List and map point at each other: hovering or focusing a card marks its ring, and the other way. */
export function listInStep(list: HTMLOListElement, point: (code: string | null) => void): Step {
  const cardOf = (code: string) =>
    list.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)
  const codeAt = (target: EventTarget | null): string | null =>
    (target as Element | null)?.closest<HTMLElement>('[data-code]')?.dataset.code ?? null

  const mark = (code: string | null): void => {
    for (const card of list.querySelectorAll(`.${MARKED}`)) card.classList.remove(MARKED)
    if (code) cardOf(code)?.classList.add(MARKED)
  }
  for (const type of ['pointerover', 'focusin'] as const) {
    list.addEventListener(type, (event) => point(codeAt(event.target)))
  }
  for (const type of ['pointerleave', 'focusout'] as const) {
    list.addEventListener(type, () => point(null))
  }
  return { mark }
}
