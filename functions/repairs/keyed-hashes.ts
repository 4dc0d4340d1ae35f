import type { Keys } from '#functions/db/keys.ts'

/** Stands for a code with the last four digits of its phone; 10,000 tries without the key are no use. */
export const digitsHash = (keys: Keys, code: string, last4: string): Promise<string> =>
  keys.mac('digits', `${code}/${last4}`)

/** Stands for a contact phone, as dialled; its extension is not part of it. */
export const phoneHash = (keys: Keys, dial: string): Promise<string> =>
  keys.mac('phone', dial.split(',')[0] ?? dial)

/** Stands for the last digits of an IMEI: another purpose, so that no tail is ever taken for a device. */
export const tailHash = (keys: Keys, tail: string): Promise<string> => keys.mac('imei tail', tail)
/** Stands for the network that asks, where it is counted. */
export const clientHash = (keys: Keys, client: string): Promise<string> =>
  keys.mac('client', client)

/** Stands for an IMEI or serial number in a device's chain. */
export const deviceHash = (keys: Keys, id: string): Promise<string> => keys.mac('device', id)
