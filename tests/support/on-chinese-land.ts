import { isWithinBorders } from '#scripts/import/country-borders.ts'

/** Whether a place lies on China's land, as an import judges it. */
export const onChineseLand = (at: { readonly lat: number; readonly lon: number }): boolean =>
  isWithinBorders('CN', at)
