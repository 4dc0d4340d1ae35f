import { expect, inject, it } from 'vitest'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { distinguishable } from '#support/distinguishable.ts'
import { staffAddress } from '#support/test-staff.ts'

const base = inject('baseUrl')
/** Fewer tries at each account than would lock it. */
const TRIES_EACH = 8
const DESKS = 10

let clients = 0

async function milliseconds(email: string): Promise<number> {
  const body = new URLSearchParams({ email, password: 'not the password' })
  clients += 1
  const headers = { 'CF-Connecting-IP': `10.0.${Math.floor(clients / 20)}.1` }
  const begun = performance.now()
  const answer = await fetch(`${base}/desk/sign-in/`, {
    ...{ method: 'POST', headers, body },
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  const spent = performance.now() - begun
  // Beyond its allowance a client is told to wait, whoever it asks for: that is no measurement.
  return answer.status === 401 ? spent : Number.NaN
}

/** A busy machine can tell eighty tries apart once; what tells accounts apart does so each time. */
const OFTEN = { timeout: 180_000, retry: 2 }

it('takes as long for a wrong password as for an account that does not exist', OFTEN, async () => {
  const real = Array.from({ length: DESKS }, (_, desk) => staffAddress('counter', desk))
  const invented = real.map((address) => `no-${address}`)
  const random = seededRandom('who comes first')
  const times = { real: [] as number[], invented: [] as number[] }
  await milliseconds('warm@test.example')
  for (let round = 0; round < TRIES_EACH; round++) {
    for (const [place, address] of real.entries()) {
      const pair = [
        ['real', address],
        ['invented', invented[place] ?? ''],
      ] as const
      const order = random.next() < 0.5 ? pair : pair.toReversed()
      for (const [kind, asked] of order) times[kind].push(await milliseconds(asked))
    }
  }
  const known = times.real.filter((time) => !Number.isNaN(time))
  const unknown = times.invented.filter((time) => !Number.isNaN(time))
  expect(Math.min(known.length, unknown.length)).toBeGreaterThanOrEqual(70)
  const auc = distinguishable(known, unknown)
  console.log(
    `sign-in, wrong password against no such account: AUC ${auc.toFixed(3)} of ${known.length}`,
  )
  // Eighty tries each tell 0.62 from 0.5 at best.
  expect(auc).toBeLessThanOrEqual(0.65)
})
