import { readImei } from '#domain/identifiers/imei.ts'
import { totalOf } from './intake-total.ts'

/** What the server says of the phone as far as the form is filled in. */
type Told = {
  readonly model: string
  readonly faults: readonly string[]
  readonly isOneHour: boolean
  readonly promise: string
  readonly coverage: string
  readonly price: string
  readonly seen: string
  readonly history: string
}

const ASKS_AGAIN = new Set([
  ...['imei', 'imei2', 'serial', 'model', 'fault', 'boughtOn', 'condition'],
])
const FIELDS =
  'input:not([type=hidden]):not([type=checkbox]), input[type=checkbox][tabindex="0"], input[type=checkbox]:not([tabindex]), select, textarea, button[value=take]'

/**
 * `<intake-form data-src="…">`: Enter goes to the next field, so that a scanner fills one after the
 * other and sends nothing; Ctrl + Enter sends. An IMEI's check digit is judged as it is typed, and the
 * device's history, model, promised time and coverage are asked for as soon as they can be told.
 */
class IntakeForm extends HTMLElement {
  #asked = 0

  connectedCallback(): void {
    // What this button asks for is asked as the numbers are typed.
    this.querySelector('button[value=check]')?.toggleAttribute('hidden', true)
    this.querySelector('[data-keys]')?.toggleAttribute('hidden', false)
    this.addEventListener('keydown', (event) => this.#press(event))
    this.addEventListener('change', ({ target }) => this.#changed(target as HTMLInputElement))
    this.addEventListener('input', () => this.#addUp())
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form')
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return
    const field = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      this.#form?.requestSubmit(this.querySelector<HTMLButtonElement>('button[value=take]'))
      return
    }
    if (!field.matches('input, select')) return
    event.preventDefault()
    if (field.matches('[data-scan]') && !this.#judge(field as HTMLInputElement)) return
    this.#next(field)
  }

  /** A hidden field, or one of a closed part, is none to go to. */
  #next(field: HTMLElement): void {
    const fields = [...this.querySelectorAll<HTMLElement>(FIELDS)].filter(
      (one) => one.offsetParent !== null && !one.closest('details:not([open])'),
    )
    const list = field.closest('check-list')
    const rest = fields.slice(fields.indexOf(field) + 1)
    const next = rest.find((one) => !list || one.closest('check-list') !== list)
    if (!next) return
    next.focus()
    if (next instanceof HTMLInputElement && /^(?:text|tel)$/.test(next.type)) next.select()
  }

  /** Says at once what is wrong with an IMEI; true = nothing is, or nothing was typed. */
  #judge(field: HTMLInputElement): boolean {
    const said = this.querySelector(`#${field.id}-fault`)
    const isImei = field.name.startsWith('imei')
    const read = isImei && field.value.trim() !== '' ? readImei(field.value) : null
    const fault = read && !read.ok ? read.reason : null
    const words = this.querySelector(`[data-fault="${fault}"]`)?.textContent ?? ''
    if (said) said.textContent = fault ? words : ''
    field.toggleAttribute('aria-invalid', fault !== null)
    if (fault) field.setAttribute('aria-invalid', 'true')
    if (fault) field.select()
    return fault === null
  }

  #changed(field: HTMLInputElement): void {
    if (field.matches('[data-scan]') && !this.#judge(field)) return
    if (ASKS_AGAIN.has(field.name)) void this.#ask()
  }

  async #ask(): Promise<void> {
    const form = this.#form
    const src = this.dataset['src']
    if (!form || !src) return
    const turn = ++this.#asked
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') body.append(name, value)
    }
    const answer = await fetch(src, { method: 'POST', body }).catch(() => null)
    if (!answer?.ok || turn !== this.#asked) return
    this.#tell((await answer.json()) as Told)
  }

  #tell(told: Told): void {
    const say = (selector: string, words: string): void => {
      const place = this.querySelector(selector)
      if (place) place.textContent = words
    }
    const history = this.querySelector('[data-history]')
    if (history) history.innerHTML = told.history
    const seen = this.querySelector<HTMLInputElement>('[name=historySeen]')
    if (seen) seen.value = told.seen
    const model = this.querySelector<HTMLSelectElement>('#model')
    if (model && model.value === '') model.value = told.model
    this.querySelector('[data-one-hour]')?.toggleAttribute('hidden', !told.isOneHour)
    say('#promised-hint', told.promise)
    say('[data-coverage]', told.coverage)
    say('[data-price]', told.price)
    for (const option of this.querySelectorAll<HTMLOptionElement>('#fault option')) {
      option.hidden = option.value !== '' && !told.faults.includes(option.value)
    }
  }

  #addUp(): void {
    const output = this.querySelector<HTMLOutputElement>('[data-total]')
    if (output) output.value = totalOf(this, output)
  }
}

customElements.define('intake-form', IntakeForm)
