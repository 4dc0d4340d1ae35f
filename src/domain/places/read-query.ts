/** A way to read what somebody typed. */
export type Reading = {
  readonly name: string
  /** The area named beside the place; '' = none. */
  readonly qualifier: string
  /** Counts only if the place lies in that area. */
  readonly onlyThere: boolean
}

const inArea = (name: string, qualifier: string): Reading => ({ name, qualifier, onlyThere: true })

/** `New York, NY` asks for no place beginning with NY. */
const saysEnough = ({ name }: Reading): boolean => /\p{Script=Han}/u.test(name) || name.length > 2

/** An area's name run together with a place in it has at most this many characters. */
const LONGEST_AREA = 6
const LONGEST_RUN = 14
const MOST_WORDS = 5

/** `北京朝阳区` may be 北京 and 朝阳区: every cut that leaves two characters on both sides. */
function chineseCuts(text: string): readonly Reading[] {
  const nested = /^((?:\p{Script=Han}{2,}?(?:自治区|[省市州盟]))+)(\p{Script=Han}{2,})$/u.exec(text)
  const named = nested ? [inArea(nested[2] ?? '', nested[1] ?? '')] : []
  const characters = [...text]
  if (!/^\p{Script=Han}{4,}$/u.test(text) || characters.length > LONGEST_RUN) return named
  const most = Math.min(LONGEST_AREA, characters.length - 2)
  const cuts = Array.from({ length: most - 1 }, (_, step) => step + 2)
  return [
    ...named,
    ...cuts.map((at) => inArea(characters.slice(at).join(''), characters.slice(0, at).join(''))),
  ]
}

/** `Beijing Chaoyang`, `Chaoyang Beijing`: the area first or last. */
function wordCuts(text: string): readonly Reading[] {
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > MOST_WORDS) return []
  return words.slice(1).flatMap((_, before) => {
    const first = words.slice(0, before + 1).join(' ')
    const last = words.slice(before + 1).join(' ')
    return [inArea(last, first), inArea(first, last)].filter(saysEnough)
  })
}

/**
 * The ways to read what somebody typed, likeliest first: as a whole; `place, area` and `area, place`;
 * the same without a comma; Chinese areas and places run together, the province first. A comma whose
 * area is unknown still names a place.
 */
export function readings(query: string): readonly Reading[] {
  const text = query.normalize('NFKC').trim()
  const comma = /^([^,、]+)[,、](.+)$/u.exec(text)
  if (comma) {
    const [first, last] = [(comma[1] ?? '').trim(), (comma[2] ?? '').trim()]
    return [
      ...[inArea(first, last), inArea(last, first)].filter(saysEnough),
      { name: first, qualifier: last, onlyThere: false },
    ]
  }
  return [{ name: text, qualifier: '', onlyThere: false }, ...chineseCuts(text), ...wordCuts(text)]
}
