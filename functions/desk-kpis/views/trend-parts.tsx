type Values = readonly (number | null)[]

type Box = { readonly width: number; readonly height: number; readonly pad: number }

/** Values between the least and the greatest, targets among them; all the same lie in the middle. */
export function scaleOf(values: Values, box: Box) {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const reach = high - low
  const inner = box.height - 2 * box.pad
  const y = (value: number): number =>
    reach === 0 ? box.height / 2 : box.height - box.pad - (inner * (value - low)) / reach
  const x = (place: number, count: number): number =>
    count < 2 ? box.width / 2 : box.pad + ((box.width - 2 * box.pad) * place) / (count - 1)
  return { low, high, x, y }
}

const near = (value: number): string => value.toFixed(1)

/** A line over the months; where there is no data it breaks off. */
export function linePath(
  values: Values,
  at: { x: (place: number, count: number) => number; y: (value: number) => number },
): string {
  return values
    .map((value, place) => {
      if (value === null) return ''
      const begins = place === 0 || values[place - 1] === null
      return `${begins ? 'M' : 'L'}${near(at.x(place, values.length))} ${near(at.y(value))}`
    })
    .join('')
}

const SPARK: Box = { width: 120, height: 36, pad: 5 }

/** A trend as small as a word, its target dashed, the last month a ring. The numbers stand beside it. */
export const Spark = ({
  values,
  target,
}: {
  readonly values: Values
  readonly target: number | null
}) => {
  if (values.every((value) => value === null)) return null
  const at = scaleOf([...values, target], SPARK)
  const last = values.at(-1) ?? null
  return (
    <svg className="kpis-spark" viewBox={`0 0 ${SPARK.width} ${SPARK.height}`} aria-hidden="true">
      {target !== null && (
        <path className="kpis-target" d={`M0 ${near(at.y(target))}H${SPARK.width}`} />
      )}
      <path className="kpis-line" d={linePath(values, at)} />
      {last !== null && (
        <circle
          className="kpis-ring"
          cx={near(at.x(values.length - 1, values.length))}
          cy={near(at.y(last))}
          r="3.5"
        />
      )}
    </svg>
  )
}
