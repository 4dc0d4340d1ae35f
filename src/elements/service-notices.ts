const MOST_WAIT_MS = 3_600_000

/** `<service-notices>`: each notice shows in its own time `[from, until)`, whenever the page was built. */
class ServiceNotices extends HTMLElement {
  connectedCallback(): void {
    const now = Date.now()
    const later = [...this.querySelectorAll<HTMLElement>('[data-from]')].flatMap((notice) => {
      const times = [Number(notice.dataset['from']), Number(notice.dataset['until'])] as const
      notice.hidden = now < times[0] || now >= times[1]
      return times.filter((at) => at > now)
    })
    this.hidden = !this.querySelector('[data-from]:not([hidden])')
    if (later.length === 0) return
    const wait = Math.min(MOST_WAIT_MS, Math.min(...later) - now)
    setTimeout(() => this.isConnected && this.connectedCallback(), wait)
  }
}

customElements.define('service-notices', ServiceNotices)
