/**
 * A figure's months, drawn over the table that stands on the page: as the chart comes into view its code is
 * fetched, the drawing that was there gives way to it, and the table folds up behind its own button. Without a
 * script, or where the code doesn't come, the page is as it was served.
 */
class KpiChart extends HTMLElement {
  #watch: IntersectionObserver | null = null
  #stop: () => void = () => {}

  connectedCallback(): void {
    // Without data nothing is drawn, and nothing fetched.
    if (!this.querySelector('svg')) return
    this.#watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void this.#draw()
    })
    this.#watch.observe(this)
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect()
    this.#stop()
  }

  async #draw(): Promise<void> {
    this.#watch?.disconnect()
    const { drawChart } = await import('./kpi-chart-drawn.ts')
    if (this.isConnected && !this.querySelector('canvas')) this.#stop = drawChart(this)
  }
}

customElements.define('kpi-chart', KpiChart)
