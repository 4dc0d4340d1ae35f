import type { Figure } from '#domain/kpis/figure-of.ts'
import { roundedFigure } from '#domain/kpis/figure-of.ts'
import { definitionOf, type FigureId } from '#domain/kpis/kpi-definitions.ts'
import { fixedNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'

/** A number in a figure's digits, as it stands: targets and limits aren't cut. */
const plain = (value: number, digits: number): string =>
  fixedNumber(value, digits).replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros))

/** A value in its figure's unit, rounded never to the better side: `89.9%`, `12.3 h`. */
export function valueText(t: Translate, id: FigureId, value: number): string {
  const definition = definitionOf(id)
  const text = fixedNumber(roundedFigure(value, definition), definition.digits)
  return t(`desk.kpis.unit.${definition.unit}`, { value: text })
}

/** `90%`: a target as it was set. */
export function targetText(t: Translate, id: FigureId, target: number): string {
  const { unit, digits, betterIs } = definitionOf(id)
  const value = t(`desk.kpis.unit.${unit}`, { value: plain(target, digits) })
  return `${betterIs === 'higher' ? '≥' : '≤'} ${value}`
}

/** `59.6 – 98.2`; null where there is none. */
export function intervalText(id: FigureId, { interval }: Pick<Figure, 'interval'>): string | null {
  if (!interval) return null
  const { digits } = definitionOf(id)
  return `${fixedNumber(interval.low, digits)} – ${fixedNumber(interval.high, digits)}`
}
