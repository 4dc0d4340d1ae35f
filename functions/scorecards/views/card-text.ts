import { definitionText } from '#components/kpis/definition-text.ts'
import { type CriterionId, criterionOf } from '#domain/scorecards/criteria.ts'
import { valueText } from '#functions/desk-kpis/views/figure-text.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'

/** What a criterion is called: as its figure is. */
export function criterionText(locale: Locale, t: Translate, id: CriterionId): string {
  const { figure } = criterionOf(id)
  return figure ? definitionText(locale, figure).title : t('scorecards.criterion.parts_fill')
}

/** A value in its figure's unit. */
export function criterionValue(t: Translate, id: CriterionId, value: number): string {
  const { figure } = criterionOf(id)
  return figure ? valueText(t, figure, value) : String(value)
}
