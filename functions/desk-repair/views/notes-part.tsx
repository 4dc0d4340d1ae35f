import { addressOf, at, nameOf, type RepairPage } from './repair-page.ts'

type Props = { readonly page: RepairPage }

function NoteForm({ page }: Props) {
  const { t, shown, side, commandId } = page
  const failed = side?.kind === 'note' ? side : null
  return (
    <form className="desk-form" method="post" action={`${addressOf(shown.repair.code)}notes`}>
      <input type="hidden" name="commandId" value={`${commandId}.note`} />
      <label className="desk-field" htmlFor="note">
        <span>{t('desk.repair.note')}</span>
        <textarea
          className="textarea"
          id="note"
          name="words"
          rows={2}
          maxLength={500}
          required
          aria-invalid={failed !== null || undefined}
          aria-describedby={failed ? 'note-fault' : 'note-hint'}
        >
          {failed?.words ?? ''}
        </textarea>
      </label>
      {failed ? (
        <p id="note-fault" className="desk-fault" role="alert">
          {t(`desk.repair.fault.${failed.fault}`)}
        </p>
      ) : null}
      <p id="note-hint" className="desk-muted">
        {t('desk.repair.note.hint')}
      </p>
      <button className="btn" type="submit">
        {t('desk.repair.note.go')}
      </button>
    </form>
  )
}

/** Words from shift to shift, the last first. */
export function NotesPart({ page }: Props) {
  const { t, shown } = page
  if (!shown.may('customer.see')) return null
  return (
    <section className="desk-part" aria-labelledby="notes">
      <h2 id="notes">{t('desk.repair.notes')}</h2>
      {shown.notes.length === 0 ? (
        <p className="desk-muted">{t('desk.repair.notes.none')}</p>
      ) : null}
      <ul className="desk-list">
        {shown.notes.toReversed().map(({ id, at: written, staff_id: by, words }) => (
          <li key={id}>
            <span className="desk-muted">
              {at(page, written)} · {nameOf(page, by)}
            </span>
            <div className="desk-words">{words}</div>
          </li>
        ))}
      </ul>
      {shown.may('repair.note') ? <NoteForm page={page} /> : null}
    </section>
  )
}
