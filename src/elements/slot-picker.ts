/**
 * `<slot-picker>`: switches the day without a request. All days of the window stand in the page, each
 * in a `[data-day]`; the links `[data-day-link]` do the same by address where this doesn't run.
 */
class SlotPickerElement extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-day-link]')
      const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      if (!link || !isPlain || event.button !== 0) return
      if (this.show(link)) event.preventDefault()
    })
  }

  /** Shows a link's day, moves to its heading and says how many times are free. */
  show(link: HTMLAnchorElement): boolean {
    const days = [...this.querySelectorAll<HTMLElement>('[data-day]')]
    const chosen = days.find((day) => day.dataset['day'] === link.dataset['dayLink'])
    if (!chosen) return false
    for (const day of days) day.hidden = day !== chosen
    for (const other of this.querySelectorAll('a[data-day-link]')) {
      other.toggleAttribute('aria-current', false)
    }
    link.setAttribute('aria-current', 'date')
    history.replaceState(history.state, '', link.href)
    chosen.querySelector<HTMLElement>('h2')?.focus()
    const said = this.querySelector('[data-said]')
    const count = chosen.querySelector('[data-count]')
    if (said && count) said.textContent = count.textContent
    return true
  }
}

customElements.define('slot-picker', SlotPickerElement)
