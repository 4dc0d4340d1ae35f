const EACH_MS = 10_000

/**
 * `<live-board src="…">`: asks every ten seconds whether what it shows has changed, by the ETag it got
 * last, and takes in the new part. It rests while nobody looks and never replaces what has the focus.
 */
class LiveBoard extends HTMLElement {
  #etag: string | null = null
  #timer = 0

  connectedCallback(): void {
    this.#etag = this.getAttribute('data-etag')
    this.#timer = window.setInterval(() => void this.#look(), EACH_MS)
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    const src = this.getAttribute('src')
    if (!src || document.hidden) return
    const headers: Record<string, string> = this.#etag ? { 'If-None-Match': this.#etag } : {}
    const answer = await fetch(src, { headers, cache: 'no-store' }).catch(() => null)
    if (answer?.status === 401) location.reload()
    if (answer?.status !== 200) return
    const html = await answer.text()
    if (this.contains(document.activeElement) && document.activeElement !== this) return
    this.#etag = answer.headers.get('ETag')
    this.innerHTML = html
    this.dispatchEvent(new CustomEvent('board-changed', { bubbles: true }))
  }
}

customElements.define('live-board', LiveBoard)
