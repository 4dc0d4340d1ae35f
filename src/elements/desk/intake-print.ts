/** `<print-page>`: its button, shown only where scripts run, opens the printer's dialogue. */
class PrintPage extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.focus()
    button.addEventListener('click', () => window.print())
  }
}

customElements.define('print-page', PrintPage)
