import { translator } from '#i18n/translate.ts'
import type { Wall } from '../load-wall.ts'

const CHINESE = translator('zh-CN')
const ENGLISH = translator('en')

type BothProps = { readonly say: (t: typeof ENGLISH) => string }

/** Said in both languages at once: whoever waits reads one of them. */
const Both = ({ say }: BothProps) => (
  <>
    <span lang="zh-CN">{say(CHINESE)}</span> <span lang="en">{say(ENGLISH)}</span>
  </>
)

type NumbersProps = { readonly numbers: readonly number[] }

const Numbers = ({ numbers }: NumbersProps) =>
  numbers.length === 0 ? (
    <p className="wall-none">–</p>
  ) : (
    <ul className="wall-numbers">
      {numbers.map((number) => (
        <li key={number}>{number}</li>
      ))}
    </ul>
  )

type Props = { readonly wall: Wall }

/** The part of the wall that changes by itself. */
export const WallBoard = ({ wall }: Props) => {
  const [last] = wall.called
  const says = last === undefined ? '' : CHINESE('desk.today.wall.please', { number: last })
  return (
    <div className="wall-board" data-says={says}>
      <section className="wall-called">
        <h1>
          <Both say={(t) => t('desk.today.wall.called')} />
        </h1>
        <Numbers numbers={wall.called} />
      </section>
      <section className="wall-next">
        <h2>
          <Both say={(t) => t('desk.today.wall.next')} />
        </h2>
        <Numbers numbers={wall.next} />
      </section>
    </div>
  )
}

type PageProps = Props & {
  /** Where it asks for what is new. */
  readonly source: string
}

/** The screen in front of everybody: who is called, and who comes next. */
export const WallView = ({ wall, source }: PageProps) => (
  <div className="wall">
    <p className="sr-only" lang="zh-CN" aria-live="polite" data-live-says />
    <live-board src={source} data-etag={wall.tag}>
      <WallBoard wall={wall} />
    </live-board>
    <p className="wall-lost" data-board-lost hidden>
      <Both say={(t) => t('desk.today.lost')} />
    </p>
  </div>
)
