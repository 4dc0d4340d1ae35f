import { LINE_AMOUNT, LINE_ITEM, type Typed } from '#domain/desk/repair-form.ts'
import { choicesHere, type RepairPage } from './repair-page.ts'
import { choicesOf } from './words.ts'

type Props = { readonly page: RepairPage; readonly id: string; readonly typed: Typed }

/** As many as fit most bills; a script adds more. */
const ROWS = 5

/** What is charged for, line by line: item and sum. */
export function LinesInput({ page, id, typed }: Props) {
  const { t } = page
  const items = typed.get(LINE_ITEM) ?? []
  const amounts = typed.get(LINE_AMOUNT) ?? []
  const rows = Array.from({ length: Math.max(ROWS, items.length) }, (_, row) => row)
  const choices = choicesOf('chargeItems', choicesHere(page))
  return (
    <div className="desk-lines" id={id} data-lines="">
      {rows.map((row) => (
        <div className="desk-line" key={row}>
          <select
            className="select"
            name={LINE_ITEM}
            aria-label={t('desk.repair.line_item', { number: row + 1 })}
          >
            <option value="" selected={!items[row]}>
              –
            </option>
            {choices.map(({ code, words }) => (
              <option key={code} value={code} selected={code === items[row]}>
                {words}
              </option>
            ))}
          </select>
          <input
            className="input"
            name={LINE_AMOUNT}
            inputMode="decimal"
            autoComplete="off"
            aria-label={t('desk.repair.line_amount', { number: row + 1 })}
            value={amounts[row] ?? ''}
          />
        </div>
      ))}
      <p className="desk-row">
        <button className="btn" type="button" data-add-line="" hidden>
          {t('desk.repair.add_line')}
        </button>
      </p>
    </div>
  )
}
