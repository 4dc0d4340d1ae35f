import { isTyping } from './is-typing.ts'

/** A keyboard-wedge scanner types a whole label within moments and ends it with Enter. */
const LONGEST_GAP_MS = 40
const SHORTEST = 8

let scanned = ''
let lastAt = 0

/** A parcel or an IMEI may be scanned as well as a code: it goes where typed words go, by post. */
function find(text: string): void {
  const box = document.querySelector<HTMLInputElement>('#desk-find')
  if (!box?.form) return
  box.value = text
  box.form.requestSubmit()
}

/** Outside any field, a scanned label opens what it names. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const { key, timeStamp } = event
  if (timeStamp - lastAt > LONGEST_GAP_MS) scanned = ''
  lastAt = timeStamp
  if (key === 'Enter' && scanned.length >= SHORTEST) {
    event.preventDefault()
    find(scanned)
    scanned = ''
  } else if (key.length === 1) {
    scanned += key
  }
})
