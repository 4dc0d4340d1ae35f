import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { distDir } from './directories.ts'

function runBuild(outDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/site/build.ts', '--local'], {
      stdio: 'inherit',
      env: { ...process.env, FIXPOINT_DIST: outDir },
    })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the build ended with ${code}`)),
    )
  })
}

/** Builds beside the standing site and puts the new one in its place only when it is whole. */
export async function buildAndSwap(): Promise<void> {
  const standing = distDir()
  const [next, old] = [`${standing}.next`, `${standing}.old`]
  rmSync(next, { recursive: true, force: true })
  await runBuild(next)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(standing)) renameSync(standing, old)
  renameSync(next, standing)
  rmSync(old, { recursive: true, force: true })
}
