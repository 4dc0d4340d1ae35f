import { type DeskRepair, dueAt, isLate } from '#domain/desk/today-due.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { dueText, statusText, whatText } from './texts.ts'
import type { TodayPage } from './today-page.ts'

type RowProps = {
  readonly page: TodayPage
  readonly one: DeskRepair
  /** What is said beside the repair itself. */
  readonly note: string | null
  readonly part: string
}

const RepairRow = ({ page, one, note, part }: RowProps) => {
  const { t, names, now, day } = page
  const { repair, shelf, assignedTo } = one
  const late = isLate(repair, now)
  const where = repair.atOutlet === day.outlet.code ? shelf : repair.atOutlet
  return (
    <tr className={late ? 'is-late' : undefined}>
      <td>
        <a href={`/desk/repairs/${repair.code}/`} id={`${part}-${repair.code}`}>
          {spellCode(repair.code)}
        </a>
        <span className="desk-muted">{whatText(page, repair)}</span>
      </td>
      <td>
        {statusText(page, repair)}
        {note ? <strong className="desk-late">{note}</strong> : null}
      </td>
      <td className="desk-figure">
        {dueText(page, one, dueAt(repair))}
        {late ? <span className="desk-late"> {t('desk.today.late')}</span> : null}
      </td>
      <td>
        {where ? <span>{where}</span> : null}
        {assignedTo ? <span className="desk-muted">{names.get(assignedTo) ?? ''}</span> : null}
      </td>
    </tr>
  )
}

type Props = {
  readonly page: TodayPage
  readonly caption: string
  /** Tells the links of one part from those of another. */
  readonly part: string
  readonly rows: readonly { readonly one: DeskRepair; readonly note: string | null }[]
}

/** Repairs one a line: which, where they stand, when they are due, where they lie. */
export const RepairTable = ({ page, caption, part, rows }: Props) => {
  const { t } = page
  return (
    <div className="desk-scroll">
      <table className="desk-table desk-repairs">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.today.repair')}</th>
            <th scope="col">{t('desk.today.stands')}</th>
            <th scope="col">{t('desk.today.due')}</th>
            <th scope="col">{t('desk.today.where')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ one, note }) => (
            <RepairRow key={one.repair.code} page={page} one={one} note={note} part={part} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
