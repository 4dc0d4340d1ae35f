import { hash } from 'node:crypto'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'

/**
 * The ticket code of what has this name in the simulation. The seeded stream knows 32 bits, too few to
 * tell a million codes apart: a hash of the name stands in for chance.
 */
export function codeNamed(seed: string, name: string, bucket: number): string {
  let turn = 0
  let place = 0
  let bytes = Buffer.alloc(0)
  const randomByte = (): number => {
    if (place >= bytes.length) {
      bytes = hash('sha256', `${seed}/code/${name}/${turn++}`, 'buffer')
      place = 0
    }
    return bytes[place++] ?? 0
  }
  return issueTicketCode(bucket, randomByte)
}
