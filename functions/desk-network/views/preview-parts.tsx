import type { Translate } from '#i18n/translate.ts'
import type { Form } from '../form-query.ts'
import type { Difference } from './detail-text.ts'

const Lines = ({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) =>
  lines.length === 0 ? (
    <span className="desk-muted">{none}</span>
  ) : (
    <ul className="desk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )

/** What a change would make different, side by side. */
export const Differences = ({
  t,
  differences,
}: {
  readonly t: Translate
  readonly differences: readonly Difference[]
}) => (
  <div className="desk-scroll">
    <table className="desk-table" data-differences>
      <thead>
        <tr>
          <th scope="col">{t('desk.network.what')}</th>
          <th scope="col">{t('desk.network.before')}</th>
          <th scope="col">{t('desk.network.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <Lines lines={before} none={t('desk.network.nothing')} />
            </td>
            <td>
              <strong>
                <Lines lines={after} none={t('desk.network.nothing')} />
              </strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const OF_THE_FORM = new Set(['intent', 'version', 'commandId'])

/** Everything typed, carried through a question. */
export const Carried = ({ typed }: { readonly typed: Form }) => (
  <>
    {typed.entries
      .filter(([name]) => !OF_THE_FORM.has(name))
      .map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
  </>
)

/** Saves what was looked at, or goes back to typing with everything there. */
export const SaveOrBack = ({ t, save }: { readonly t: Translate; readonly save: string }) => (
  <p className="desk-row">
    <button className="btn btn-primary" type="submit" name="intent" value="save">
      {save}
    </button>
    <button className="btn" type="submit" name="intent" value="edit">
      {t('desk.network.go_on_editing')}
    </button>
  </p>
)
