import { type DeskRepair, dueAt, isLate } from '#domain/desk/today-due.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { Hidden } from './step-button.tsx'
import { dueText, statusText, whatText } from './texts.ts'
import type { TodayPage } from './today-page.ts'

type Row = {
  readonly one: DeskRepair
  /** What is said beside the repair itself. */
  readonly note: string | null
}

type TakeProps = { readonly page: TodayPage; readonly code: string }

/** Makes a job one's own; whoever was quicker keeps it. */
const Take = ({ page: { t, day }, code }: TakeProps) => (
  <form method="post" action={`/desk/repairs/${code}/assign`}>
    <Hidden values={{ to: 'me', seen: '', from: 'today', outlet: day.outlet.code }} />
    <button
      className="btn"
      type="submit"
      id={`take-${code}`}
      aria-label={t('desk.today.take_spoken', { code: spellCode(code) })}
    >
      {t('desk.today.take')}
    </button>
  </form>
)

type LineProps = Row & { readonly page: TodayPage; readonly part: string }

const RepairLine = ({ page, one, note, part }: LineProps) => {
  const { names, now, day } = page
  const { repair, shelf, assignedTo } = one
  const late = isLate(repair, now)
  const isAway = repair.atOutlet !== day.outlet.code
  const who = assignedTo === null ? null : names.get(assignedTo)
  return (
    <li className={late ? 'repair-line is-late' : 'repair-line'}>
      <span>
        <a href={`/desk/repairs/${repair.code}/`} id={`${part}-${repair.code}`}>
          {spellCode(repair.code)}
        </a>
        <span className="desk-muted">{whatText(page, repair)}</span>
      </span>
      <span>
        <span>{statusText(page, repair)}</span>
        {note ? <strong className="desk-late">{note}</strong> : null}
      </span>
      <span className={late ? 'desk-late' : undefined}>
        {dueText(page, one, { at: dueAt(repair), late })}
      </span>
      <div className="desk-row">
        <span className="desk-muted">
          {[isAway ? repair.atOutlet : shelf, who].filter(Boolean).join(' · ')}
        </span>
        {part === 'unassigned' ? <Take page={page} code={repair.code} /> : null}
      </div>
    </li>
  )
}

type Props = {
  readonly page: TodayPage
  /** Id of the heading that names the list. */
  readonly headedBy: string
  /** Tells the links of one part from those of another. */
  readonly part: string
  readonly rows: readonly Row[]
}

/** Repairs one a line: which, where they stand, when they are due, where they lie. */
export const RepairList = ({ page, headedBy, part, rows }: Props) => (
  <ul className="desk-list" aria-labelledby={headedBy}>
    {rows.map(({ one, note }) => (
      <RepairLine key={one.repair.code} page={page} one={one} note={note} part={part} />
    ))}
  </ul>
)
