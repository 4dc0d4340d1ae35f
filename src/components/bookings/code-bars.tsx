/// <reference path="./jsbarcode.d.ts" />
import CODE128B from 'jsbarcode/src/barcodes/CODE128/CODE128B.js'

type Props = { readonly text: string; readonly label: string }

/** Light on both sides, in modules: ten each (ISO/IEC 15417). */
const QUIET = 10
const HEIGHT = 40

/** Bars of a Code 128 (set B) as `[from, width]` in modules. */
export function barsOf(text: string): {
  readonly width: number
  readonly bars: readonly (readonly [from: number, width: number])[]
} {
  const modules = new CODE128B(text, {}).encode().data
  const bars = [...modules.matchAll(/1+/g)].map(
    ({ 0: bar, index }) => [index + QUIET, bar.length] as const,
  )
  return { width: modules.length + 2 * QUIET, bars }
}

/** A barcode, dark on light in every colour scheme. */
export function CodeBars({ text, label }: Props) {
  const { width, bars } = barsOf(text)
  return (
    <svg
      className="code-bars"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      preserveAspectRatio="none"
    >
      <rect width={width} height={HEIGHT} fill="#fff" />
      <path
        d={bars.map(([from, bar]) => `M${from} 2h${bar}v${HEIGHT - 4}h-${bar}z`).join('')}
        fill="#000"
      />
    </svg>
  )
}
