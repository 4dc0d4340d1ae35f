const EACH_MS = 20_000
const MINUTE_MS = 60_000

let shownAt = performance.now()
let shown: Element | null = null

/** Minutes go on while nothing else changes. What counts is the server's clock, not this machine's. */
function goOn(): void {
  const board = document.querySelector<HTMLElement>('[data-now][data-minutes]')
  if (!board) return
  if (board !== shown) {
    shown = board
    shownAt = performance.now()
  }
  const now = Number(board.dataset['now']) + performance.now() - shownAt
  for (const time of board.querySelectorAll<HTMLElement>('[data-since]')) {
    const minutes = Math.max(0, Math.floor((now - Number(time.dataset['since'])) / MINUTE_MS))
    time.textContent = (board.dataset['minutes'] ?? '').replace('{minutes}', String(minutes))
  }
}

document.addEventListener('board-changed', goOn)
window.setInterval(goOn, EACH_MS)
goOn()

export {}
