/** The last row of a bill, and a way to add one like it. */
export function enhanceLines(lines: HTMLElement): void {
  const add = lines.querySelector<HTMLButtonElement>('[data-add-line]')
  if (!add) return
  add.hidden = false
  add.addEventListener('click', () => {
    const rows = lines.querySelectorAll<HTMLElement>('.desk-line')
    const last = rows[rows.length - 1]
    if (!last) return
    const row = last.cloneNode(true) as HTMLElement
    for (const field of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input, select',
    )) {
      field.value = ''
      const number = String(rows.length)
      const label = field.getAttribute('aria-label') ?? ''
      field.setAttribute('aria-label', label.replace(number, String(rows.length + 1)))
    }
    last.after(row)
    row.querySelector('select')?.focus()
  })
}
