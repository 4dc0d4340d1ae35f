const EACH_MS = 10_000
const MISSES_TOLERATED = 3

/** What a person has done to the part and doesn't stand in the new one: what is chosen, what is unfolded. */
type Touched = {
  readonly focus: string | null
  readonly open: readonly string[]
  readonly values: readonly (readonly [id: string, value: string])[]
  readonly scrolled: readonly (readonly [name: string, left: number])[]
}

const SCROLLS = '[data-keep-scroll]'

const isField = (element: Element): element is HTMLInputElement | HTMLSelectElement =>
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && element.type !== 'hidden')

function touchedIn(board: HTMLElement): Touched {
  const active = document.activeElement
  const fields = [...board.querySelectorAll('input, select')].filter(isField)
  return {
    focus: active && board.contains(active) ? active.id : null,
    open: [...board.querySelectorAll<HTMLElement>('details[open][id]')].map(({ id }) => id),
    scrolled: [...board.querySelectorAll<HTMLElement>(SCROLLS)].map(
      (part) => [part.dataset['keepScroll'] ?? '', part.scrollLeft] as const,
    ),
    values: fields.filter(({ id }) => id !== '').map(({ id, value }) => [id, value] as const),
  }
}

function restore(board: HTMLElement, { focus, open, values, scrolled }: Touched): void {
  const found = (id: string) => board.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
  for (const id of open) found(id)?.setAttribute('open', '')
  for (const [id, value] of values) {
    const field = found(id)
    if (field && isField(field)) field.value = value
  }
  for (const [name, left] of scrolled) {
    const part = board.querySelector(`[data-keep-scroll="${CSS.escape(name)}"]`)
    if (part) part.scrollLeft = left
  }
  if (focus) found(focus)?.focus({ preventScroll: true })
}

/** Tells whoever listens instead of looking what is new, once. */
function announce(before: string, after: string): void {
  const voice = document.querySelector<HTMLElement>('[data-live-says]')
  if (voice && after !== '' && after !== before) voice.textContent = after
}

const sayingOf = (board: HTMLElement): string =>
  board.querySelector<HTMLElement>('[data-says]')?.dataset['says'] ?? ''

/** Says so while the server doesn't answer: what is shown may be old. */
function showLost(isLost: boolean): void {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-board-lost]')) {
    notice.hidden = !isLost
  }
}

/**
 * `<live-board src="…">`: asks every ten seconds whether what it shows has changed, by the ETag it got
 * last, and takes in the new part. It rests while nobody looks. The focus comes back to the element of
 * the same id, fields and folds stay as they are, and the page doesn't scroll.
 */
class LiveBoard extends HTMLElement {
  #etag: string | null = null
  #timer = 0
  #misses = 0

  connectedCallback(): void {
    this.#etag = this.getAttribute('data-etag')
    this.#timer = window.setInterval(this.#look, EACH_MS)
    document.addEventListener('visibilitychange', this.#look)
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer)
    document.removeEventListener('visibilitychange', this.#look)
  }

  readonly #look = async (): Promise<void> => {
    const src = this.getAttribute('src')
    if (!src || document.hidden) return
    const headers: Record<string, string> = this.#etag ? { 'If-None-Match': this.#etag } : {}
    const answer = await fetch(src, { headers, cache: 'no-store' }).catch(() => null)
    this.#misses = answer && answer.status < 500 ? 0 : this.#misses + 1
    showLost(this.#misses >= MISSES_TOLERATED)
    if (answer?.status === 401) location.reload()
    if (answer?.status !== 200) return
    const html = await answer.text()
    this.#etag = answer.headers.get('ETag')
    this.#takeIn(html)
  }

  #takeIn(html: string): void {
    const touched = touchedIn(this)
    const said = sayingOf(this)
    const { scrollX, scrollY } = window
    this.innerHTML = html
    restore(this, touched)
    window.scrollTo(scrollX, scrollY)
    announce(said, sayingOf(this))
    this.dispatchEvent(new CustomEvent('board-changed', { bubbles: true }))
  }
}

customElements.define('live-board', LiveBoard)
