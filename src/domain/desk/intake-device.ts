import { type ImeiRefusal, readImei } from '../identifiers/imei.ts'
import { type Catalogue, type Model, modelOf } from '../repairs/catalogue.ts'

/** What was scanned or typed of a device: up to two IMEIs and a serial number. */
export type TypedDevice = {
  readonly imei: string
  readonly imei2: string
  readonly serial: string
}

export const DEVICE_FAULTS = ['missing', 'same_twice', 'bad_serial'] as const
export type DeviceFault = (typeof DEVICE_FAULTS)[number] | ImeiRefusal

export type ReadDevice = {
  readonly imeis: readonly string[]
  readonly serial: string | null
  /** What can't be taken, by field. */
  readonly faults: Readonly<Partial<Record<keyof TypedDevice, DeviceFault>>>
}

const SERIAL = /^[A-Za-z0-9][A-Za-z0-9/._-]{3,39}$/

/**
 * Reads what names a device, as scanned: a phone by one IMEI or two, anything else by its serial number;
 * at least one of them. An empty field is no fault where another one names the device.
 * `readDevice({ imei: '490154203237519', imei2: '', serial: '' })` has the fault `wrong_check_digit`.
 */
export function readDevice({ imei, imei2, serial }: TypedDevice): ReadDevice {
  const faults: Partial<Record<keyof TypedDevice, DeviceFault>> = {}
  const imeis: string[] = []
  for (const [field, typed] of [['imei', imei] as const, ['imei2', imei2] as const]) {
    if (typed.trim() === '') continue
    const read = readImei(typed)
    if (!read.ok) faults[field] = read.reason
    else if (imeis.includes(read.imei)) faults[field] = 'same_twice'
    else imeis.push(read.imei)
  }
  const number = serial.normalize('NFKC').trim()
  if (number !== '' && !SERIAL.test(number)) faults.serial = 'bad_serial'
  const isNamed = [imei, imei2, serial].some((typed) => typed.trim() !== '')
  if (!isNamed) faults.imei = 'missing'
  return { imeis, serial: number === '' || faults.serial ? null : number, faults }
}

/**
 * The model that an IMEI's first eight digits are registered for, as far as the catalogue knows; null =
 * unknown, or no IMEI.
 */
export function modelOfImei(catalogue: Catalogue, typed: string): Model | null {
  const read = readImei(typed)
  const id = read.ok ? catalogue.tacs[read.tac] : undefined
  return id === undefined ? null : modelOf(catalogue, id)
}
