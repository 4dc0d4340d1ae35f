import { spawn } from 'node:child_process'

/** Builds the site in a process of its own; the standing one is replaced only by a whole one. */
export const buildAndSwap = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/site/build.ts', '--local'], {
      stdio: 'inherit',
    })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the build ended with ${code}`)),
    )
  })
