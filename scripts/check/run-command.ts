import { spawn } from 'node:child_process'

export type Finished = {
  readonly name: string
  readonly ok: boolean
  readonly output: string
  readonly seconds: number
}

const binary = (path: string) => [process.execPath, `node_modules/${path}`] as const

/** Tools by the file that npm's own wrappers run, so that Node's version is ours. */
export const TOOLS = {
  biome: binary('@biomejs/biome/bin/biome'),
  vitest: binary('vitest/vitest.mjs'),
  playwright: binary('@playwright/test/cli.js'),
  astro: binary('astro/bin/astro.mjs'),
  tsc: binary('typescript-native/bin/tsc'),
  wrangler: binary('wrangler/bin/wrangler.js'),
  node: [process.execPath],
} as const

export type Command = {
  readonly name: string
  readonly words: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Show the output as it comes instead of keeping it for a failure. */
  readonly live?: boolean
}

/** Runs a command to its end; never throws for a failing one. */
export function runCommand({ name, words, env = {}, live = false }: Command): Promise<Finished> {
  const begun = performance.now()
  const [program = '', ...args] = words
  const child = spawn(program, args, {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', WRANGLER_SEND_METRICS: 'false', ...env },
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = (performance.now() - begun) / 1000
      resolve({ name, ok: code === 0, output, seconds })
    })
  })
}

/** Runs the steps of a lane one after the other and stops at the first that fails. */
export async function runLane(commands: readonly Command[]): Promise<readonly Finished[]> {
  const finished: Finished[] = []
  for (const command of commands) {
    const done = await runCommand(command)
    finished.push(done)
    if (!done.ok) break
  }
  return finished
}
