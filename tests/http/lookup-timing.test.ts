import { expect, inject, it } from 'vitest'
import { checkSymbol } from '#domain/identifiers/crockford.ts'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { distinguishable } from '#support/distinguishable.ts'

const base = inject('baseUrl')
/** Each code is asked fewer times than would lock it. */
const TRIES_EACH = 4
const CODES = 375
const WARM_UP = 100
const AT_ONCE = 10
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const post = async (path: string, body: unknown) =>
  await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

async function aRepair(): Promise<string> {
  const answer = await post('/api/v1/repairs', {
    device: { model: 'f2' },
    fault: { code: 'screen' },
    contact: { name: 'Demo Customer', phone: '13800138000', locale: 'en' },
    consent: true,
  })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { repair: { code: string } }).repair.code
}

async function realCodes(): Promise<string[]> {
  const codes: string[] = []
  while (codes.length < CODES) {
    codes.push(...(await Promise.all(Array.from({ length: AT_ONCE }, aRepair))))
  }
  return codes
}

/** Codes that were never issued, in the same buckets as the real ones. */
function inventedCodes(real: readonly string[]): string[] {
  const random = seededRandom('codes nobody has')
  return real.map((code) => {
    let digits = code.slice(0, 2)
    while (digits.length < 12) digits += random.pick([...DIGITS])
    return digits + checkSymbol(digits)
  })
}

async function milliseconds(code: string): Promise<number> {
  const begun = performance.now()
  const answer = await post('/api/v1/repairs/lookup', { code, phoneLast4: '0000' })
  await answer.arrayBuffer()
  expect(answer.status).toBe(404)
  return performance.now() - begun
}

it('takes as long for wrong digits as for a code that does not exist', async () => {
  const real = await realCodes()
  const invented = inventedCodes(real)
  for (let ask = 0; ask < WARM_UP; ask++) await fetch(`${base}/healthz`)
  const times = { real: [] as number[], invented: [] as number[] }
  const random = seededRandom('which comes first')
  for (let round = 0; round < TRIES_EACH; round++) {
    for (const [place, code] of real.entries()) {
      const pair = [
        ['real', code],
        ['invented', invented[place] ?? ''],
      ] as const
      // By the toss of a coin: what the machine does meanwhile hits both alike.
      const order = random.next() < 0.5 ? pair : pair.toReversed()
      for (const [kind, asked] of order) times[kind].push(await milliseconds(asked))
    }
  }
  const auc = distinguishable(times.real, times.invented)
  console.log(
    `lookup, wrong digits against no such code: AUC ${auc.toFixed(3)} of ${times.real.length} each`,
  )
  expect(auc).toBeLessThanOrEqual(0.55)
}, 180_000)
