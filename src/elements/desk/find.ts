import './count-scan.ts'

/** Alt and a digit go where a link with this `data-alt-key` leads, from inside a field too. */
document.addEventListener('keydown', (event) => {
  const [, digit] = /^Digit(\d)$/.exec(event.code) ?? []
  if (!event.altKey || event.ctrlKey || event.metaKey || digit === undefined) return
  const way = document.querySelector<HTMLElement>(`[data-alt-key="${digit}"]`)
  if (!way) return
  event.preventDefault()
  way.click()
})

/** A button to print with, where it can work. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
