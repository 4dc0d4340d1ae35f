import { enhanceLines } from './repair-lines.ts'

/** Whether a field counts: `collectedBy=other` or `paidHow=cash|card`, held against what is chosen. */
function counts(form: HTMLFormElement, when: string): boolean {
  const [name = '', values = ''] = when.split('=')
  const chosen = new FormData(form).get(name)
  return values.split('|').includes(typeof chosen === 'string' ? chosen : '')
}

/**
 * `<desk-step>`: the form of one step. Shows the fields that count by what was chosen before, ticks a whole
 * test at once, adds lines to a bill. Without it every field is there and those that don't count are left
 * out by whoever reads the form.
 */
class DeskStep extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    const sift = () => {
      for (const field of form.querySelectorAll<HTMLElement>('[data-when]')) {
        field.hidden = !counts(form, field.dataset['when'] ?? '')
      }
    }
    form.addEventListener('change', sift)
    sift()
    for (const all of form.querySelectorAll<HTMLButtonElement>('[data-check-all]')) {
      all.hidden = false
      all.addEventListener('click', () => {
        const boxes = all.parentElement?.querySelectorAll<HTMLInputElement>('[type=checkbox]') ?? []
        const isFull = [...boxes].every(({ checked }) => checked)
        for (const box of boxes) box.checked = !isFull
      })
    }
    for (const lines of form.querySelectorAll<HTMLElement>('[data-lines]')) enhanceLines(lines)
  }
}

customElements.define('desk-step', DeskStep)
