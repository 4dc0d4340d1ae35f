import { partText } from '#components/standards/measure-text.ts'
import { type SetWarning, setWarnings } from '#domain/standards/set-warnings.ts'
import type { SetHead, StandardSet } from '#domain/standards/standard-set.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { editAt, fieldLabel, HEAD_LABELS } from './set-parts.tsx'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly before: StandardSet | null
  readonly after: StandardSet
}

function noFigureText({ t, locale, after }: Props, id: string): string {
  const standard = after.standards.find((one) => one.id === id)
  const limit = standard ? partText(locale, standard, 'threshold') : ''
  return limit
    ? t('desk.standards.warning.no_figure_at', { limit })
    : t('desk.standards.warning.no_figure')
}

function warningText(props: Props, warning: SetWarning): string {
  const { t } = props
  if (warning.code === 'no_figure') return noFigureText(props, warning.id)
  const { id, field, side } = warning
  const label = id === null ? t(HEAD_LABELS[field as keyof SetHead]) : fieldLabel(t, field)
  return `${label} · ${t(`desk.standards.warning.only_${side === 'en' ? 'en' : 'zh'}`)}`
}

/** What should be seen before a set is published, though nothing keeps it from being so. */
export const SetWarnings = (props: Props) => {
  const { t, locale, before, after } = props
  const warnings = setWarnings(before, after)
  return (
    warnings.length > 0 && (
      <div className="standard-warnings">
        <p>{t('desk.standards.warnings')}</p>
        <ul className="desk-list">
          {warnings.map((warning) => {
            const { id, code } = warning
            const title = after.standards.find((one) => one.id === id)?.title[locale]
            return (
              <li
                key={`${id}${code}${code === 'one_language' ? warning.field + warning.side : ''}`}
              >
                {id !== null && (
                  <>
                    <a href={editAt(id)}>{`${title} · ${id}`}</a>{' '}
                  </>
                )}
                {warningText(props, warning)}
              </li>
            )
          })}
        </ul>
      </div>
    )
  )
}
