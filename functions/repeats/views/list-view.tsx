import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Repeat } from '#domain/repeats/repeat.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { addressOf, standsText } from './repeat-text.ts'

type Told = { readonly t: Translate; readonly locale: Locale; readonly zone: string }

export type ListedRepeats = Told & {
  /** Null = the person has none to say or decide anything of. */
  readonly todo: readonly Repeat[] | null
  /** Where the next page begins; null = this is the last one. */
  readonly next: string | null
  /** Whose returns are listed; '' = nobody's. */
  readonly outlet: string
  readonly returns: readonly Repeat[]
}

const SCROLLED = { tabIndex: 0 } as const

const Row = ({ t, locale, zone, repeat }: Told & { readonly repeat: Repeat }) => (
  <tr>
    <th scope="row">
      <a className="tap-target" href={addressOf(repeat.code)} translate="no">
        {spellCode(repeat.code)}
      </a>
    </th>
    <td data-label={t('desk.repeats.earlier')}>
      {repeat.outlet} · <span translate="no">{spellCode(repeat.of)}</span>
    </td>
    <td data-label={t('desk.repeats.back_at')}>{repeat.byOutlet}</td>
    <td data-label={t('desk.repeats.when')}>{timeText(locale, zone, repeat.cameBackAt)}</td>
    <td data-label={t('desk.repeats.stands')}>{standsText(t, repeat)}</td>
  </tr>
)

const HEADS = ['code', 'earlier', 'back_at', 'when', 'stands'] as const

const Table = ({
  repeats,
  by,
  ...told
}: Told & { readonly repeats: readonly Repeat[]; readonly by: string }) => (
  <div className="desk-scroll" role="group" {...SCROLLED} aria-labelledby={by}>
    <table className="desk-table is-stacked">
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {told.t(`desk.repeats.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {repeats.map((repeat) => (
          <Row key={repeat.code} {...told} repeat={repeat} />
        ))}
      </tbody>
    </table>
  </div>
)

const Todo = ({ todo, next, ...told }: ListedRepeats) => (
  <section className="desk-part" aria-labelledby="todo">
    <h2 id="todo">{told.t('desk.repeats.todo')}</h2>
    {todo?.length ? (
      <Table {...told} repeats={todo} by="todo" />
    ) : (
      <p>{told.t('desk.repeats.todo.none')}</p>
    )}
    {next && (
      <p>
        <a className="btn" href={`?from=${encodeURIComponent(next)}`}>
          {told.t('desk.repeats.next')}
        </a>
      </p>
    )}
  </section>
)

const OfOutlet = ({ outlet, returns, ...told }: ListedRepeats) => {
  const { t } = told
  return (
    <section className="desk-part" aria-labelledby="of">
      <h2 id="of">{outlet ? t('desk.repeats.of.title', { outlet }) : t('desk.repeats.of')}</h2>
      <form className="desk-row" method="get" action="/desk/repeats/">
        <label className="desk-field">
          <span>{t('desk.repeats.outlet')}</span>
          <input
            className="input"
            name="outlet"
            value={outlet}
            maxLength={12}
            autoComplete="off"
            required
          />
        </label>
        <button className="btn" type="submit">
          {t('desk.repeats.show')}
        </button>
      </form>
      {outlet && returns.length === 0 && <p>{t('desk.repeats.of.none')}</p>}
      {returns.length > 0 && <Table {...told} repeats={returns} by="of" />}
    </section>
  )
}

/** Returns that wait for the person, and those of an outlet's repairs. */
export const RepeatsView = (props: ListedRepeats) => (
  <>
    <h1>{props.t('desk.repeats.title')}</h1>
    <p>{props.t('desk.repeats.what')}</p>
    {props.todo && <Todo {...props} />}
    <OfOutlet {...props} />
  </>
)
