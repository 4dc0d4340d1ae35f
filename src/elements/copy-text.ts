const SHOWN_MS = 3000

/** `<copy-text>`: its button copies the text of the element whose id is `data-source`. Shown only where copying works. */
class CopyTextElement extends HTMLElement {
  connectedCallback() {
    const source = document.getElementById(this.dataset['source'] ?? '')
    const button = this.querySelector('button')
    if (!source || !button) return
    button.hidden = !navigator.clipboard
    const label = button.textContent
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(source.textContent?.trim() ?? '')
      button.textContent = this.dataset['copied'] ?? label
      setTimeout(() => {
        button.textContent = label
      }, SHOWN_MS)
    })
  }
}

customElements.define('copy-text', CopyTextElement)
