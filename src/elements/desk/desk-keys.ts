import { isTyping } from './is-typing.ts'

/** A scanner's letters follow one another faster than any person's. */
const SCANNER_GAP_MS = 60
const KEPT_OFF = 'desk-keys-off'

let lastAt = 0
let pressing = 0

const areOff = (): boolean => localStorage.getItem(KEPT_OFF) !== null

function press(key: string): void {
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (!target || target.closest('[hidden]')) return
  target.focus()
  target.click()
}

function toFindBox(event: KeyboardEvent): void {
  const box = document.querySelector<HTMLInputElement>('#desk-find')
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
}

/**
 * `/` goes to the find box; a key named by `data-key` on a link or button presses it. Not a letter of
 * many: what a scanner types is no command, so a key counts only when none comes before or after it.
 */
document.addEventListener('keydown', (event) => {
  const { key, timeStamp, repeat } = event
  const follows = timeStamp - lastAt < SCANNER_GAP_MS
  lastAt = timeStamp
  window.clearTimeout(pressing)
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || areOff()) return
  if (key === '/') toFindBox(event)
  else if (!follows && !repeat && /^[a-z0-9]$/.test(key)) {
    pressing = window.setTimeout(() => press(key), SCANNER_GAP_MS)
  }
})

/** Single keys can be switched off, for whoever speaks to the computer or hits keys by chance. */
function showState(): void {
  document.documentElement.classList.toggle('keys-off', areOff())
  for (const button of document.querySelectorAll<HTMLElement>('[data-keys-switch]')) {
    button.hidden = false
  }
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('[data-keys-switch]')
  if (!button) return
  if (areOff()) localStorage.removeItem(KEPT_OFF)
  else localStorage.setItem(KEPT_OFF, '1')
  showState()
})

showState()
