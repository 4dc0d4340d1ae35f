const MINUTE_MS = 60_000

/** Rings the Worker's clock each minute, as the platform does in production. */
export function keepMinutes(baseUrl: string): void {
  const ring = () => {
    fetch(`${baseUrl}/cdn-cgi/handler/scheduled`).catch(() => {
      // The Worker is being restarted; the next minute rings again.
    })
  }
  setInterval(ring, MINUTE_MS).unref()
  ring()
}
