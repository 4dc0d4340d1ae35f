import { describe, expect, it } from 'vitest'
import { clientNetwork } from '#functions/http/client-network.ts'
import type { Bindings } from '#functions/http/context.ts'
import { limitsOf } from '#functions/http/limits.ts'
import { MOST_CLIENTS, requestCounter } from '#functions/http/rate-limit.ts'
import { asForm, aWorker, NOW } from '../support/a-worker.ts'

const withLimits = (RATE_LIMIT_WRITES?: string, RATE_LIMIT_LOOKUPS?: string) =>
  ({ RATE_LIMIT_WRITES, RATE_LIMIT_LOOKUPS }) as Bindings

describe('a limit', () => {
  it('is a whole number, and 0 is no limit', () => {
    expect(limitsOf(withLimits('60', '0'))).toEqual({ writes: 60, lookups: 0 })
  })

  it.each([undefined, '', ' ', '2O', '-1', '1.5', '1e3', 'none', 'Infinity', '60 '])(
    'that is mistyped stops the Worker instead of meaning no limit: %j',
    async (value) => {
      expect(() => limitsOf(withLimits('60', value))).toThrow('RATE_LIMIT_LOOKUPS')
      expect(() => limitsOf(withLimits(value, '20'))).toThrow('RATE_LIMIT_WRITES')
      const stopped = aWorker({ bindings: { RATE_LIMIT_LOOKUPS: value } })
      await expect((async () => await stopped('/verify/'))()).rejects.toThrow()
    },
  )
})

describe('a client', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:ffff::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::', 'fe80:0:0:0::/64'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
  ])('at %s counts as %s', (address, network) => {
    expect(clientNetwork(address)).toBe(network)
  })

  it('can’t go on from another address of its own network', async () => {
    const limited = aWorker({ vars: { RATE_LIMIT_LOOKUPS: '1' } })
    const from = (address: string) => asForm({ plaqueCode: 'x' }, { 'CF-Connecting-IP': address })
    expect((await limited('/verify/', from('2001:db8::1'))).status).toBe(422)
    expect((await limited('/verify/', from('2001:db8::aaaa:2'))).status).toBe(429)
    expect((await limited('/verify/', from('2001:db8:0:1::1'))).status).toBe(422)
  })
})

describe('the count of requests', () => {
  it('forgets the client that was silent longest and no other when there are too many', () => {
    const count = requestCounter()
    for (let client = 0; client < MOST_CLIENTS; client++) count(`c${client}`, NOW)
    expect(count('c0', NOW)).toBe(2)
    expect(count('one more', NOW)).toBe(1)
    expect(count('c0', NOW)).toBe(3)
    expect(count('c2', NOW)).toBe(2)
    expect(count('c1', NOW)).toBe(1)
  })

  it('starts anew each minute', () => {
    const count = requestCounter()
    expect([count('c', NOW), count('c', NOW), count('c', NOW + 60_000)]).toEqual([1, 2, 1])
  })
})
