import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

/** A stop of a repair's way, in words. */
export type LineStop = {
  readonly key: string
  readonly name: string
  /** When it was reached, or is due; '' = nobody can say. */
  readonly time: string
  readonly state: 'done' | 'now' | 'ahead'
  /** Whether it lies on the way back of an unrepaired phone. */
  readonly branch: boolean
}

type Props = { readonly locale: Locale; readonly stops: readonly LineStop[] }

/** The way of a repair as a metro line: solid is behind, the ring is now, dashed lies ahead. */
export function RepairLine({ locale, stops }: Props) {
  const t = translator(locale)
  return (
    <ol className="repair-line">
      {stops.map(({ key, name, time, state, branch }, place) => {
        const leaves = branch && !stops[place - 1]?.branch
        const turn = stops[place + 1]?.branch === true && !branch
        const rejoins = branch && stops[place + 1]?.branch === false
        return (
          <li
            key={key}
            className="station"
            data-state={state}
            data-next={stops[place + 1]?.state}
            data-branch={branch ? '' : undefined}
            data-turn={turn ? '' : undefined}
            data-rejoins={rejoins ? '' : undefined}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {leaves ? <span className="branch-curve" aria-hidden="true" /> : null}
            <span className="station-name">{name}</span>
            <span className="visually-hidden">{t(`repairs.line.${state}`)}</span>
            {time ? <span className="station-time">{time}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
