import { encode } from 'uqr'

type Props = { readonly text: string; readonly label: string }

/** Light around it, in modules: what the standard (ISO/IEC 18004) asks for. */
const QUIET = 4

/** One path for all dark modules: each run of a row is a bar of height 1. */
export function squarePath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`),
  )
  return { size: size + 2 * QUIET, path: runs.join('') }
}

/** A QR code, dark on light in every colour scheme, since scanners want it so. */
export function CodeSquare({ text, label }: Props) {
  const { size, path } = squarePath(text)
  return (
    <svg
      className="code-square"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
