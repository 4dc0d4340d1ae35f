import type { Field, Fields } from './fields.ts'
import { BadCell } from './row-problem.ts'

/**
 * Characters that no outlet needs and that a page, a terminal or an SQL file would obey: controls but
 * tab and line breaks, and what turns the direction of the text after it.
 */
const HOSTILE = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

const COORDINATE = 40
const NAME = 120
const ADDRESS = 300
const HOURS = 500
const LIST = 800
/** The most an exported cell of ten numbers can take, and then some. */
const PHONES = 1000
const CONTACTS = 500
const REGION_PATH = 250
const REASON = 300

/** Code points a cell may have where it isn't a name's 120. */
const LIMITS: Readonly<Partial<Record<Field, number>>> = {
  lat: COORDINATE,
  lon: COORDINATE,
  address: ADDRESS,
  addressEn: ADDRESS,
  addressZh: ADDRESS,
  hours: HOURS,
  services: LIST,
  families: LIST,
  languages: LIST,
  phone: PHONES,
  contacts: CONTACTS,
  regionPath: REGION_PATH,
  suspensionReasonEn: REASON,
  suspensionReasonZh: REASON,
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Throws BadCell where a text is longer than its field may be. */
export function refuseTooLong(field: Field, text: string): void {
  const most = LIMITS[field] ?? NAME
  if (text.length <= most) return
  const length = [...text].length
  if (length > most) throw new BadCell(field, `has ${length} characters where ${most} are the most`)
}

/** Throws BadCell for a text that holds a hostile character or is longer than its field may be. */
export function refuseHostile(field: Field, text: string): void {
  const [found] = HOSTILE.exec(text) ?? []
  if (found !== undefined) {
    throw new BadCell(field, `holds the character ${codePoint(found)}, which no text needs`)
  }
  refuseTooLong(field, text)
}

/** Runs `refuseHostile` over the cells of a row, each under `attempt`. */
export function refuseHostileCells(fields: Fields, attempt: (check: () => void) => void): void {
  for (const [field, text] of Object.entries(fields)) {
    attempt(() => refuseHostile(field as Field, text))
  }
}

/** A text that a terminal can be given: hostile characters by their code points. */
export const printable = (text: string): string =>
  text.replace(new RegExp(HOSTILE, 'gu'), (character) => `<${codePoint(character)}>`)
