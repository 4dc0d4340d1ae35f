import { addressOf, nameOf, type RepairPage } from './repair-page.ts'

type Props = { readonly page: RepairPage }

function Assign({ page }: Props) {
  const { t, shown, staff } = page
  const { assignedTo } = shown.job
  const action = `${addressOf(shown.repair.code)}assign`
  const isMine = assignedTo === staff.id
  const seen = <input type="hidden" name="seen" value={assignedTo ?? ''} />
  return (
    <div className="desk-row">
      {isMine ? null : (
        <form method="post" action={action}>
          {seen}
          <input type="hidden" name="to" value={staff.id} />
          <button className="btn" type="submit">
            {t('desk.repair.assign.me')}
          </button>
        </form>
      )}
      <form className="desk-row desk-together" method="post" action={action}>
        {seen}
        <label className="sr-only" htmlFor="assign-to">
          {t('desk.repair.assign.to')}
        </label>
        <select className="select" id="assign-to" name="to">
          <option value="" selected={assignedTo === null}>
            {t('desk.repair.assign.nobody')}
          </option>
          {shown.people.map(({ id, name }) => (
            <option key={id} value={id} selected={id === assignedTo}>
              {name}
            </option>
          ))}
        </select>
        <button className="btn" type="submit">
          {t('desk.repair.assign.go')}
        </button>
      </form>
    </div>
  )
}

function Shelf({ page }: Props) {
  const { t, shown, side } = page
  const typed = side?.kind === 'shelf' ? side.typed : null
  return (
    <form className="desk-row" method="post" action={`${addressOf(shown.repair.code)}shelf`}>
      <label htmlFor="shelf">{t('desk.repair.field.shelf')}</label>
      <input
        className="input desk-short"
        id="shelf"
        name="shelf"
        maxLength={64}
        autoComplete="off"
        value={typed ?? shown.job.shelf ?? ''}
        aria-invalid={typed !== null || undefined}
        aria-describedby={typed === null ? undefined : 'shelf-fault'}
      />
      <button className="btn" type="submit">
        {t('desk.repair.shelf.go')}
      </button>
      {typed === null ? null : (
        <p id="shelf-fault" className="desk-fault" role="alert">
          {t('desk.repair.shelf.fault')}
        </p>
      )}
    </form>
  )
}

/** Whose job it is and where the phone lies. */
export function JobPart({ page }: Props) {
  const { t, shown, side } = page
  const { assignedTo, shelf } = shown.job
  const mayAssign = shown.may('repair.assign')
  return (
    <section className="desk-part" aria-labelledby="job">
      <h2 id="job">{t('desk.repair.job')}</h2>
      {side?.kind === 'assign' ? (
        <p className="desk-alarm" role="alert">
          {t(side.isTaken ? 'desk.repair.assign.taken' : 'desk.repair.assign.not_here')}
        </p>
      ) : null}
      <p>
        {assignedTo
          ? t('desk.repair.assigned_to', { name: nameOf(page, assignedTo) })
          : t('desk.repair.assigned_to_nobody')}
      </p>
      {mayAssign ? <Assign page={page} /> : null}
      {mayAssign ? (
        <Shelf page={page} />
      ) : shelf ? (
        <p>{t('desk.repair.on_shelf', { shelf })}</p>
      ) : null}
    </section>
  )
}
