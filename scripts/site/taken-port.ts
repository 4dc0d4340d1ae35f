import { createServer } from 'node:net'

const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(true))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)))
  })

/** The first of some ports of this machine that something listens on already; null = all are free. */
export async function takenPort(ports: readonly number[]): Promise<number | null> {
  for (const port of ports) if (await isTaken(port)) return port
  return null
}
