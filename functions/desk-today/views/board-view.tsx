import type { BoardColumn } from '#domain/desk/board-columns.ts'
import { type DeskRepair, dueAt, isLate } from '#domain/desk/today-due.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { OutletDay } from '../load-outlet-day.ts'
import { BoardLost, OutletHead } from './outlet-head.tsx'
import { dueText, statusText, type Voice, whatText } from './texts.ts'

export type BoardPage = Voice & {
  readonly day: OutletDay
  readonly columns: readonly BoardColumn[]
  readonly names: ReadonlyMap<string, string>
}

const MOST_SHOWN = 60

type CardProps = { readonly page: BoardPage; readonly one: DeskRepair }

const Card = ({ page, one }: CardProps) => {
  const { now, names, day } = page
  const { repair, shelf, assignedTo } = one
  const late = isLate(repair, now)
  const due = dueText(page, one, { at: dueAt(repair), late })
  const isAway = repair.atOutlet !== day.outlet.code
  return (
    <li className={late ? 'board-card is-late' : 'board-card'}>
      <a href={`/desk/repairs/${repair.code}/`} id={`card-${repair.code}`}>
        {spellCode(repair.code)}
      </a>
      <span>{whatText(page, repair)}</span>
      {repair.status === 'ready' ? <span>{statusText(page, repair)}</span> : null}
      {due ? <span className={late ? 'desk-late' : undefined}>{due}</span> : null}
      <span className="desk-muted">
        {[isAway ? repair.atOutlet : shelf, assignedTo === null ? null : names.get(assignedTo)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}

type ColumnProps = { readonly page: BoardPage; readonly column: BoardColumn }

const Column = ({ page, column }: ColumnProps) => {
  const { status, repairs } = column
  const rest = repairs.length - MOST_SHOWN
  return (
    <section
      className={repairs.length === 0 ? 'board-column is-empty' : 'board-column'}
      aria-labelledby={status}
    >
      <h2 id={status} className="desk-row">
        {status === 'ready' ? page.t('desk.today.ready') : page.t(`desk.today.status.${status}`)}{' '}
        <span className="desk-count">{repairs.length}</span>
      </h2>
      <ul className="desk-list">
        {repairs.slice(0, MOST_SHOWN).map((one) => (
          <Card key={one.repair.code} page={page} one={one} />
        ))}
      </ul>
      {rest > 0 ? (
        <p className="desk-muted">{page.t('desk.today.not_shown', { count: rest })}</p>
      ) : null}
    </section>
  )
}

type Props = { readonly page: BoardPage }

/** The part of the board that changes by itself. */
export const BoardColumns = ({ page }: Props) => (
  <>
    {page.day.isCut ? <p className="desk-alarm">{page.t('desk.today.cut')}</p> : null}
    <div className="board" data-keep-scroll="board">
      {page.columns.map((column) => (
        <Column key={column.status} page={page} column={column} />
      ))}
    </div>
  </>
)

/** Every open repair of an outlet by where it stands. */
export const BoardView = ({ page }: Props) => {
  const query = new URLSearchParams({ outlet: page.day.outlet.code })
  return (
    <>
      <OutletHead page={page} title={page.t('desk.nav.board')} />
      <BoardLost page={page} />
      <live-board src={`/desk/board/fragment?${query}`} data-etag={page.day.tag}>
        <BoardColumns page={page} />
      </live-board>
    </>
  )
}
