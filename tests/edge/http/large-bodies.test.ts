import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { capabilities } from '#functions/http/app.ts'
import { aVisitor, tell } from '../feedback/a-visitor.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'
import { at, signedIn } from '../support/signed-in.ts'

const MIB = 1024 * 1024
const CODE = '7K3M9QXF2T8BV'
const larger = capabilities.flat().filter(({ bodyLimitBytes }) => bodyLimitBytes !== null)

beforeEach(async () => {
  await fillHub([aCounter(), aMailInCentre()])
})

/** The cookie of somebody whom a route takes large bodies from. */
async function cookieFor(isForVoice: boolean): Promise<string> {
  if (!isForVoice) return (await signedIn([at('bench', 'HZ-001')])).cookie
  const customer = aVisitor(aWorker())
  await tell(customer, { said: 'The glass is scratched.' })
  return customer.cookie()
}

/** A body without a length, and how much of it was asked for. */
function aStream(mebibytes: number) {
  const read = { mebibytes: 0 }
  const body = new ReadableStream({
    pull(controller) {
      if (read.mebibytes >= mebibytes) return controller.close()
      read.mebibytes += 1
      return controller.enqueue(new Uint8Array(MIB))
    },
  })
  return { body, read }
}

const sendTo = (path: string, body: ReadableStream, headers: Readonly<Record<string, string>>) => ({
  path: path.replace('{code}', CODE),
  init: {
    ...{ method: 'POST', body, duplex: 'half' },
    headers: { 'Content-Type': 'multipart/form-data; boundary=x', ...headers },
  } as RequestInit,
})

describe.each(
  larger.map(({ path, bodyLimitBytes, isForVoice }) => ({
    ...{ path, isForVoice, most: bodyLimitBytes ?? 0 },
  })),
)('the large body of $path', ({ path, most, isForVoice }) => {
  it('is not read before it is known who sends it', async () => {
    const { body, read } = aStream(40)
    const { path: address, init } = sendTo(path, body, {})
    expect((await aWorker()(address, init)).status).toBe(isForVoice ? 303 : 401)
    // What the stream itself holds ready, and nothing on behalf of the route.
    expect(read.mebibytes).toBeLessThanOrEqual(1)
  })

  it('is not read from whoever sends too many', async () => {
    const cookie = await cookieFor(isForVoice)
    const ask = aWorker({ vars: { RATE_LIMIT_WRITES: '1' }, bindings: { MEDIA: env.MEDIA } })
    const first = sendTo(path, aStream(0).body, { Cookie: cookie })
    await ask(first.path, first.init)
    const { body, read } = aStream(40)
    const { path: address, init } = sendTo(path, body, { Cookie: cookie })
    expect((await ask(address, init)).status).toBe(429)
    expect(read.mebibytes).toBeLessThanOrEqual(1)
  })

  it('is refused beyond its limit, and read no further', async () => {
    const cookie = await cookieFor(isForVoice)
    const { body, read } = aStream(most / MIB + 20)
    const { path: address, init } = sendTo(path, body, { Cookie: cookie })
    const answer = await aWorker({ bindings: { MEDIA: env.MEDIA } })(address, init)
    expect(answer.status).toBe(413)
    expect(read.mebibytes).toBeLessThanOrEqual(most / MIB + 2)
  })
})

it('holds every other body to 64 KiB, whoever sends it', async () => {
  expect(larger.length).toBeGreaterThan(0)
  const { body, read } = aStream(40)
  const { path, init } = sendTo('/api/v1/bookings', body, { 'Content-Type': 'application/json' })
  expect((await aWorker()(path, init)).status).toBe(413)
  expect(read.mebibytes).toBeLessThanOrEqual(2)
})
