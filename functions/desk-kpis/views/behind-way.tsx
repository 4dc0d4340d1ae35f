import { type Behind, behindFigure } from '#domain/kpis/behind-figure.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import type { Translate } from '#i18n/translate.ts'
import { kpiAddress } from '../kpis-query.ts'

const LISTS = {
  surveys: { path: '/desk/surveys/', permission: 'survey.see' },
  feedback: { path: '/desk/feedback/', permission: 'feedback.see' },
  complaints: { path: '/desk/complaints/', permission: 'complaint.see' },
  visits: { path: '/desk/', permission: 'today.see' },
} as const satisfies Record<
  Exclude<Behind, 'repairs'>,
  { readonly path: string; readonly permission: Permission }
>

type Props = {
  readonly t: Translate
  readonly id: FigureId
  /** An outlet's. */
  readonly at: Parameters<typeof kpiAddress>[1]
  readonly may: (permission: Permission) => boolean
}

/** From a figure of an outlet to the repairs behind it, or in words to what else it is counted from. */
export const BehindWay = ({ t, id, at, may }: Props) => {
  const behind = behindFigure(id)
  if (behind === 'repairs') {
    if (!may('kpi.behind')) return null
    return (
      <p>
        <a className="btn" href={kpiAddress(`/desk/kpis/${id}/repairs/`, at)}>
          {t('desk.kpis.behind.title')}
        </a>
      </p>
    )
  }
  const { path, permission } = LISTS[behind]
  return (
    <p>
      {t('desk.kpis.behind.no_repairs')}{' '}
      {may(permission) && (
        <a className="tap-target" href={path}>
          {t(`desk.kpis.behind.${behind}`)}
        </a>
      )}
    </p>
  )
}
