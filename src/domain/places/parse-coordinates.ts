export type Coordinates = { readonly lat: number; readonly lon: number }

const DEGREES =
  String.raw`(?<sign>[-+])?(?<degrees>\d{1,3}(?:\.\d+)?)\s*[°º度]?\s*` +
  String.raw`(?:(?<minutes>\d{1,2}(?:\.\d+)?)\s*['′’‘分]\s*` +
  String.raw`(?:(?<seconds>\d{1,2}(?:\.\d+)?)\s*(?:["″”“秒]|'')\s*)?)?`

/** `N31.23`, `北纬31.23度`: the direction stands before. */
const LEADING = new RegExp(String.raw`(?<direction>[NSEW北南东西])[纬经]?\s*${DEGREES}`, 'giu')
/** `31.23`, `31°14′N`, `121°28'5.2"E`: it stands behind or nowhere. */
const TRAILING = new RegExp(`${DEGREES}(?<direction>[NSEW])?`, 'giu')

const DIRECTIONS: Readonly<Record<string, string>> = { 北: 'N', 南: 'S', 东: 'E', 西: 'W' }

type Angle = { readonly value: number; readonly axis: 'lat' | 'lon' | null }

function readAngle(groups: Record<string, string | undefined>): Angle | null {
  const { sign, degrees, minutes = '0', seconds = '0' } = groups
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null
  const named = (groups.direction ?? '').toUpperCase()
  const direction = DIRECTIONS[named] ?? named
  if (direction && sign === '-') return null
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
  const negative = sign === '-' || direction === 'S' || direction === 'W'
  const axis = direction === '' ? null : 'NS'.includes(direction) ? 'lat' : 'lon'
  return { value: negative ? -size : size, axis }
}

const within = ({ lat, lon }: Coordinates): Coordinates | null =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null

/** `100020` is one number, not 100 and 020: without a sign or space between them two are none. */
const runIntoEachOther = ([first, second]: readonly RegExpExecArray[]): boolean =>
  /\d$/.test(first?.[0] ?? '') && /^[-+\d]/.test(second?.[0] ?? '')

/**
 * Reads coordinates as people paste them: decimal degrees or degrees and minutes, any comma or a
 * space between, latitude first unless directions say otherwise. Degrees, WGS 84.
 * A comma, a space, a degree sign or a direction must part the two.
 * Two plain numbers whose first can't be a latitude are taken as longitude, latitude.
 * Answers null for anything else, so that `'94103'` or `'1, 2, 3'` stay a place's name.
 * `parseCoordinates('31°14′N 121°28′E')` is about `{ lat: 31.2333, lon: 121.4667 }`.
 */
export function parseCoordinates(text: string): Coordinates | null {
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim()
  const angle = /^[NSEW北南东西]/i.test(plain) ? LEADING : TRAILING
  const found = [...plain.matchAll(angle)]
  const rest = plain.replace(angle, '|').replace(/\s/g, '')
  if (found.length !== 2 || !/^\|[,;、/]?\|$/.test(rest)) return null
  if (rest === '||' && runIntoEachOther(found)) return null
  const [first, second] = found.map((match) => readAngle(match.groups ?? {}))
  if (!first || !second || (first.axis && first.axis === second.axis)) return null
  if (first.axis === 'lon' || second.axis === 'lat') {
    return within({ lat: second.value, lon: first.value })
  }
  const named = first.axis !== null || second.axis !== null
  const asWritten = within({ lat: first.value, lon: second.value })
  return asWritten ?? (named ? null : within({ lat: second.value, lon: first.value }))
}

/** Digits and punctuation alone: it was meant as coordinates, whether or not they exist on Earth. */
export const looksLikeCoordinates = (text: string): boolean =>
  /^[-+]?[\d.]+[°º]?[\s,;、/]+[-+]?[\d.]+[°º]?$/.test(text.normalize('NFKC').trim())

/** Six digits: a Chinese postal code, which the gazetteer doesn't know. `isChinesePostcode('518000')`. */
export const isChinesePostcode = (text: string): boolean =>
  /^\d{6}$/.test(text.normalize('NFKC').trim())
