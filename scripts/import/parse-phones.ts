import { readPhone } from '#domain/identifiers/phone.ts'
import type { OutletPhone } from '#domain/outlets/outlet.ts'
import { BadCell } from './row-problem.ts'

const WRITTEN_BY_US = /^([^<>]+?)\s*<(\+?\d+(?:,\d+)?)>$/
const MOST_PHONES = 10

function phoneOf(text: string, countryCode: string): OutletPhone | null {
  const reading = readPhone(text, countryCode)
  return reading.ok ? { dial: reading.dial, display: reading.display } : null
}

/**
 * One telephone number, or null when the text is none. E.164 where that exists; short codes and 400
 * numbers as dialled; an extension follows a comma, which a phone dials as a pause.
 * `0571-8888 8888 转 801` in CN dials `+8657188888888,801`; `10086` dials `10086`. An exported
 * `shown <dial>` is one only when what is shown means that very dial: no cell shows one number and
 * dials another.
 */
export function parsePhone(text: string, countryCode: string): OutletPhone | null {
  const [, display, dial] = WRITTEN_BY_US.exec(text.trim()) ?? []
  if (display === undefined) return phoneOf(text, countryCode)
  return phoneOf(display, countryCode)?.dial === dial ? { dial: dial as string, display } : null
}

/** All numbers of a cell, separated by `;`, `、`, `|`, ` / ` or line breaks, and the parts that are none; BadCell for more than ten. */
export function parsePhones(
  cell: string,
  countryCode: string,
): { readonly phones: readonly OutletPhone[]; readonly unreadable: readonly string[] } {
  const phones = new Map<string, OutletPhone>()
  const unreadable: string[] = []
  for (const part of cell.split(/[;；、|\n]|\s\/\s/).map((text) => text.trim())) {
    if (part === '') continue
    const phone = parsePhone(part, countryCode)
    if (phone) phones.set(phone.dial, phones.get(phone.dial) ?? phone)
    else unreadable.push(part)
  }
  if (phones.size > MOST_PHONES)
    throw new BadCell('phone', `names more than ${MOST_PHONES} numbers`)
  return { phones: [...phones.values()], unreadable }
}

/** A cell that `parsePhones` reads back exactly. */
export const phoneCell = (phones: readonly OutletPhone[]): string =>
  phones.map(({ dial, display }) => `${display} <${dial}>`).join('; ')
