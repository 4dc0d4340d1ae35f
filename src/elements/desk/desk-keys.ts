import { isTyping } from './is-typing.ts'

/** `/` goes to the find box; a key named by `data-key` on a link or button presses it. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (event.key === '/') {
    const box = document.querySelector<HTMLInputElement>('#desk-find')
    if (!box) return
    event.preventDefault()
    box.focus()
    box.select()
  }
})
