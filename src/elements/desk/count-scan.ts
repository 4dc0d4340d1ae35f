import { isTyping } from './is-typing.ts'

type Scan = {
  readonly verdict: 'found' | 'duplicate' | 'unknown' | 'unknown_again'
  readonly code: string
  readonly text: string
}

const LAST_SHOWN = 10
const UNREADABLE = 422

/**
 * `<count-scan src="…">`: takes one label after the other without leaving the page. Labels that come
 * while one is being sent wait their turn; one that could not be sent stays in the box.
 */
class CountScan extends HTMLElement {
  readonly #waiting: string[] = []
  #isSending = false

  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#take()
    })
    // A scanner types wherever the focus is: outside any field it is meant for the box.
    document.addEventListener('keydown', this.#catchKey, { capture: true })
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#catchKey, { capture: true })
  }

  readonly #catchKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return
    if (!isTyping(event.target)) this.#box()?.focus()
  }

  #box(): HTMLInputElement | null {
    return this.querySelector('input')
  }

  #take(): void {
    const box = this.#box()
    if (!box?.value.trim()) return
    this.#waiting.push(box.value.trim())
    box.value = ''
    box.focus()
    if (!this.#isSending) void this.#send()
  }

  async #send(): Promise<void> {
    this.#isSending = true
    for (let code = this.#waiting.shift(); code; code = this.#waiting.shift()) {
      const answer = await this.#post(code)
      if (answer?.ok) {
        this.#told(((await answer.json()) as { scan: Scan }).scan)
      } else {
        this.#failed(code, answer?.status ?? 0)
      }
    }
    this.#isSending = false
  }

  #post(code: string): Promise<Response | null> {
    return fetch(this.getAttribute('src') ?? '', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    }).catch(() => null)
  }

  #say(text: string, isGood: boolean): void {
    const said = this.querySelector('output')
    if (!said) return
    said.className = isGood ? 'count-said' : 'desk-alarm'
    said.textContent = text
  }

  #told({ verdict, code, text }: Scan): void {
    this.#say(text, verdict === 'found' || verdict === 'duplicate')
    if (verdict === 'found') this.#list(code)
    if (verdict === 'found' || verdict === 'unknown') this.#count(verdict)
  }

  #failed(code: string, status: number): void {
    this.#say(this.dataset[status === UNREADABLE ? 'unreadable' : 'failed'] ?? '', false)
    const box = this.#box()
    if (box && !box.value) box.value = code
    box?.select()
  }

  #list(code: string): void {
    const list = this.querySelector('ol')
    const item = document.createElement('li')
    item.textContent = code
    list?.prepend(item)
    while (list && list.children.length > LAST_SHOWN) list.lastElementChild?.remove()
  }

  #count(figure: 'found' | 'unknown'): void {
    const shown = document.querySelector(`[data-figure="${figure}"]`)
    if (shown) shown.textContent = String(Number(shown.textContent) + 1)
  }
}

customElements.define('count-scan', CountScan)
