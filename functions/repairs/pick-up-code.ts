import type { Repair } from '#domain/repairs/repair.ts'
import type { Keys } from '#functions/db/keys.ts'

const DIGITS = 6
const HEX_READ = 12

/**
 * The six digits by which somebody else may collect a phone: the page that its customer's link opens
 * shows them. Made under the deployment's secret and stored nowhere; where the contact phone is
 * corrected it is another code, as its links are others.
 */
export async function pickUpCode(
  keys: Keys,
  { code, linkEpoch = 0 }: Pick<Repair, 'code' | 'linkEpoch'>,
): Promise<string> {
  const mac = await keys.mac('pick up', `${code}.${linkEpoch}`)
  const number = Number.parseInt(mac.slice(0, HEX_READ), 16) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}
