import {
  CategoryScale,
  Chart,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'

Chart.register(
  ...[CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip],
)

type Line = ChartDataset<'line', (number | null)[]>

/** A month as its row of the table says it. */
type Row = {
  readonly month: string
  /** As it reads, cell by cell. */
  readonly told: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly isOpen: boolean
}

const numberIn = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text)

const rowsIn = (table: HTMLTableElement): readonly Row[] =>
  [...(table.tBodies[0]?.rows ?? [])].map((row) => {
    const { value, low, high, open } = row.dataset
    const cells = [...row.cells].slice(1).map((cell) => cell.textContent?.trim() ?? '')
    return {
      ...{ month: row.cells[0]?.textContent ?? '', told: cells.join(' · ') },
      ...{ value: numberIn(value), low: numberIn(low), high: numberIn(high) },
      isOpen: open !== undefined,
    }
  })

type Colours = Record<'line' | 'target' | 'text' | 'ground', string>

/** As the style sheet has them now, for light and dark alike: of the drawing that was there. */
function coloursOf(drawing: Element): Colours {
  const of = (name: string, from: Element = drawing) =>
    getComputedStyle(from.querySelector(`.${name}`) ?? from)
  const line = of('kpis-line').stroke
  const text = getComputedStyle(drawing).color
  return {
    ...{
      line,
      text,
      target: drawing.querySelector('.kpis-target') ? of('kpis-target').stroke : text,
    },
    ground: getComputedStyle(document.body).backgroundColor,
  }
}

const BAND = 0.15
const see = (colour: string, part: number): string =>
  `color-mix(in srgb, ${colour} ${part * 100}%, transparent)`

function linesOf(rows: readonly Row[], target: number | null, colours: Colours): Line[] {
  const bound = (data: (number | null)[], fill: Line['fill']): Line => ({
    ...{ data, fill, borderWidth: 0, pointRadius: 0, pointHitRadius: 0 },
    ...{ backgroundColor: see(colours.line, BAND), spanGaps: false },
  })
  const held: Line[] =
    target === null
      ? []
      : [
          {
            ...{ data: rows.map(() => target), borderColor: colours.target, borderWidth: 1 },
            ...{ borderDash: [4, 3], pointRadius: 0, pointHitRadius: 0 },
          },
        ]
  return [
    {
      ...{ data: rows.map(({ value }) => value), borderColor: colours.line, borderWidth: 2 },
      ...{ pointRadius: 4, pointBorderWidth: 2, pointBorderColor: colours.line },
      pointBackgroundColor: rows.map(({ isOpen }) => (isOpen ? colours.ground : colours.line)),
    },
    bound(
      rows.map(({ low }) => low),
      false,
    ),
    bound(
      rows.map(({ high }) => high),
      '-1',
    ),
    ...held,
  ]
}

function chartOn(
  canvas: HTMLCanvasElement,
  rows: readonly Row[],
  target: number | null,
  drawing: Element,
) {
  const colours = coloursOf(drawing)
  const axis = {
    ...{ ticks: { color: colours.text }, border: { color: see(colours.text, 0.4) } },
    grid: { color: see(colours.text, 0.1) },
  }
  return new Chart(canvas, {
    type: 'line',
    data: { labels: rows.map(({ month }) => month), datasets: linesOf(rows, target, colours) },
    options: {
      // Nothing moves: who asked for less motion and who didn't see the same.
      ...{ animation: false, responsive: true, maintainAspectRatio: false },
      interaction: { mode: 'index', intersect: false },
      scales: { x: axis, y: axis },
      plugins: {
        tooltip: {
          displayColors: false,
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: { label: ({ dataIndex }) => rows[dataIndex]?.told ?? '' },
        },
      },
    },
  })
}

/** The table behind a button of its own, which prints as it stands. */
function folded(table: Element, words: string): HTMLDetailsElement {
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.className = 'tap-target'
  summary.textContent = words
  details.append(summary, table)
  return details
}

/**
 * Draws the chart of an element from the table in it, and answers what stops it. The table goes on being what is
 * read aloud; the drawing keeps the name that it had.
 */
export function drawChart(host: HTMLElement): () => void {
  const [drawing, scroll] = [host.querySelector('svg'), host.querySelector('.desk-scroll')]
  const table = scroll?.querySelector('table')
  if (!drawing || !scroll || !table) return () => {}
  const rows = rowsIn(table)
  const target = numberIn(host.dataset['target'])
  const box = document.createElement('div')
  box.className = 'kpis-canvas'
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', drawing.getAttribute('aria-label') ?? '')
  box.append(canvas)
  drawing.before(box)
  let chart = chartOn(canvas, rows, target, drawing)
  drawing.classList.add('is-replaced')
  const details = folded(scroll, host.dataset['table'] ?? '')
  host.append(details)
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const again = () => {
    chart.destroy()
    chart = chartOn(canvas, rows, target, drawing)
  }
  const unfold = () => {
    details.open = true
  }
  scheme.addEventListener('change', again)
  addEventListener('beforeprint', unfold)
  return () => {
    scheme.removeEventListener('change', again)
    removeEventListener('beforeprint', unfold)
    chart.destroy()
  }
}
