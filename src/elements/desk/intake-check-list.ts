/**
 * `<check-list>`: one stop of the keyboard for a list of boxes. The key beside a box ticks it, arrows
 * go from box to box. Without scripts each box is a stop of its own.
 */
class CheckList extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('data-on', '')
    this.#rest(this.#boxes().find((box) => box.checked) ?? this.#boxes()[0])
    this.addEventListener('keydown', (event) => this.#press(event))
    this.addEventListener('focusin', ({ target }) => this.#rest(target))
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  }

  /** The box that Tab comes back to. */
  #rest(stop: EventTarget | null | undefined): void {
    for (const box of this.#boxes()) box.tabIndex = box === stop ? 0 : -1
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const boxes = this.#boxes()
    const place = boxes.indexOf(event.target as HTMLInputElement)
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    const named = boxes.find(
      (box) => box.closest('label')?.dataset['key'] === event.key.toLowerCase(),
    )
    if (step === undefined && !named) return
    event.preventDefault()
    if (named) named.click()
    const next = named ?? boxes[(place + (step ?? 0) + boxes.length) % boxes.length]
    next?.focus()
  }
}

customElements.define('check-list', CheckList)
