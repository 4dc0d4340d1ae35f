import type { OutletDetails } from '#domain/desk/network-outlet.ts'
import { readPhone } from '#domain/identifiers/phone.ts'
import {
  type LocalText,
  OUTLET_KINDS,
  type OutletPhone,
  PRODUCT_FAMILIES,
  SERVICE_MODES,
  SERVICES,
} from '#domain/outlets/outlet.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { type Form, formOf, positionIn } from './form-query.ts'

export type DetailsRead =
  | { readonly ok: true; readonly details: OutletDetails }
  | { readonly ok: false; readonly faults: Readonly<Record<string, MessageKey>> }

type Faults = Record<string, MessageKey>

const LONGEST_NAME = 120
const LONGEST_ADDRESS = 200
const LONGEST_CONTACTS = 500
const MOST_PHONES = 10
const MOST_LANGUAGES = 20
const MOST_PLACES = 200
const MOST_INTAKE_MINUTES = 480

/** Both languages of a text; who writes one side means it for both. null = nothing was written. */
export function bothOf(form: Form, name: string): LocalText | null {
  const [en, zh] = [form.text(`${name}En`), form.text(`${name}Zh`)]
  return en || zh ? { en: en || zh, 'zh-CN': zh || en } : null
}

const isTooLong = ({ en, 'zh-CN': zh }: LocalText, most: number): boolean =>
  en.length > most || zh.length > most

function phonesIn(form: Form, standing: readonly OutletPhone[], country: string) {
  const lines = form
    .text('phones')
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const phones = lines.map((line): OutletPhone | null => {
    const known = standing.find(({ display }) => display === line)
    if (known) return known
    const read = readPhone(line, country)
    return read.ok ? { dial: read.dial, display: read.display } : null
  })
  const read = phones.filter((phone) => phone !== null)
  return read.length === lines.length && lines.length <= MOST_PHONES ? read : null
}

function languagesIn(text: string): readonly string[] | null {
  const parts = text.split(/[\s,;，；、]+/).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > MOST_LANGUAGES) return null
  try {
    return [...new Set(parts.map((part) => Intl.getCanonicalLocales(part)[0] as string))]
  } catch {
    return null
  }
}

/** A whole number up to `most`; null = it is none. */
export const countIn = (text: string, most: number): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) <= most ? Number(text) : null

const servicesIn = (form: Form): OutletDetails['services'] =>
  Object.fromEntries(
    SERVICES.flatMap((service) => {
      const mode = SERVICE_MODES.find((one) => one === form.text(`service_${service}`))
      return mode ? [[service, mode] as const] : []
    }),
  )

const STEP_FREE: Readonly<Record<string, boolean>> = { yes: true, no: false }
const NOWHERE: LocalText = { en: '', 'zh-CN': '' }

/** What is told in words: names, address, the way to the door. */
function wordsIn(form: Form, faults: Faults) {
  const name = bothOf(form, 'name')
  const address = bothOf(form, 'address') ?? NOWHERE
  if (!name || isTooLong(name, LONGEST_NAME)) faults['nameEn'] = 'desk.network.fault.outlet_name'
  if (isTooLong(address, LONGEST_ADDRESS)) faults['addressEn'] = 'desk.network.fault.address'
  const door = {
    floor: bothOf(form, 'floor'),
    shop: bothOf(form, 'shop'),
    metroExit: bothOf(form, 'metroExit'),
  }
  return { name: name ?? NOWHERE, address, ...door }
}

/** What the network keeps of an outlet beside its words: its kind, where it is, whom to call there. */
function placeIn(form: Form, standing: OutletDetails, faults: Faults) {
  const kind = OUTLET_KINDS.find((one) => one === form.text('kind'))
  const position = positionIn(form.text('position'))
  const contacts = form.text('contacts') || null
  if (!kind) faults['kind'] = 'desk.network.fault'
  if (!position) faults['position'] = 'desk.network.fault.position'
  if (contacts !== null && contacts.length > LONGEST_CONTACTS) {
    faults['contacts'] = 'desk.network.fault.contacts'
  }
  return { kind: kind ?? standing.kind, position: position ?? standing.position, contacts }
}

/** The numbers of seats and benches, and of minutes before closing. */
function numbersIn(form: Form, faults: Faults) {
  const intake = form.text('lastIntakeMinutes')
  const lastIntakeMinutes = intake === '' ? null : countIn(intake, MOST_INTAKE_MINUTES)
  const counterSeats = countIn(form.text('counterSeats'), MOST_PLACES)
  const benches = countIn(form.text('benches'), MOST_PLACES)
  if (counterSeats === null) faults['counterSeats'] = 'desk.network.fault.seats'
  if (benches === null) faults['benches'] = 'desk.network.fault.benches'
  if (intake !== '' && lastIntakeMinutes === null) {
    faults['lastIntakeMinutes'] = 'desk.network.fault.last_intake'
  }
  return { counterSeats: counterSeats ?? 0, benches: benches ?? 0, lastIntakeMinutes }
}

/** An outlet's details from the form; numbers to call are read as people of `country` write them. */
export function detailsIn(form: Form, standing: OutletDetails, country: string): DetailsRead {
  const faults: Faults = {}
  const words = wordsIn(form, faults)
  const place = placeIn(form, standing, faults)
  const numbers = numbersIn(form, faults)
  const phones = phonesIn(form, standing.phones, country)
  const languages = languagesIn(form.text('languages'))
  if (!phones) faults['phones'] = 'desk.network.fault.phones'
  if (!languages) faults['languages'] = 'desk.network.fault.languages'
  const families = form.all('family')
  const details: OutletDetails = {
    ...{ ...words, ...place, ...numbers, phones: phones ?? [], languages: languages ?? [] },
    services: servicesIn(form),
    productFamilies: PRODUCT_FAMILIES.filter((family) => families.includes(family)),
    stepFree: STEP_FREE[form.text('stepFree')] ?? null,
  }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, details }
}

const sides = (name: string, text: LocalText | null): [string, string][] => [
  [`${name}En`, text?.en ?? ''],
  [`${name}Zh`, text?.['zh-CN'] ?? ''],
]

/** The form as it stands before anybody typed. */
export const formOfDetails = (details: OutletDetails): Form =>
  formOf([
    ...sides('name', details.name),
    ['kind', details.kind],
    ...sides('address', details.address),
    ['position', `${details.position.lat}, ${details.position.lon}`],
    ...sides('floor', details.floor),
    ...sides('shop', details.shop),
    ...sides('metroExit', details.metroExit),
    ['phones', details.phones.map(({ display }) => display).join('\n')],
    ['contacts', details.contacts ?? ''],
    ...Object.entries(details.services).map(([service, mode]): [string, string] => [
      `service_${service}`,
      mode ?? '',
    ]),
    ...details.productFamilies.map((family): [string, string] => ['family', family]),
    ['languages', details.languages.join(', ')],
    ['stepFree', details.stepFree === null ? '' : details.stepFree ? 'yes' : 'no'],
    ['counterSeats', String(details.counterSeats)],
    ['benches', String(details.benches)],
    ['lastIntakeMinutes', details.lastIntakeMinutes?.toString() ?? ''],
  ])
