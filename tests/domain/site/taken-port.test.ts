import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { takenPort } from '#scripts/site/taken-port.ts'

it('a port that something listens on is taken, and free once that has ended', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  expect(await takenPort([port])).toBe(port)
  await new Promise((resolve) => server.close(resolve))
  expect(await takenPort([port])).toBeNull()
})
