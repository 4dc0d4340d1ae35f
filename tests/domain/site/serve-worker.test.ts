import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { wranglerArgs, writeSecrets } from '#scripts/site/serve-worker.ts'

const SECRET_KEY = 'a secret that nobody else on this machine may read'
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'fixpoint-secrets-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const aRun = () => ({
  ...{ persistDir: join(dir, 'state'), distDir: dir, port: 8787 },
  vars: { ENVIRONMENT: 'test', SECRET_KEY, WEBHOOK_SECRET: 'whsec_x' },
})

it('names no secret on the command line, and every other variable', () => {
  const args = wranglerArgs(aRun(), { inspectorPort: 1, secretsFile: 'secrets.env' }).join(' ')
  expect(args).toContain('--var ENVIRONMENT:test')
  expect(args).toContain('--env-file secrets.env')
  expect(args).not.toContain(SECRET_KEY)
  expect(args).not.toContain('whsec_x')
})

it('writes them into a file of its own that nobody else can read, whatever was there', () => {
  const file = writeSecrets(aRun())
  rmSync(file)
  writeFileSync(file, 'OLD="1"', { mode: 0o644 })
  expect(writeSecrets(aRun())).toBe(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toBe(`SECRET_KEY="${SECRET_KEY}"\nWEBHOOK_SECRET="whsec_x"\n`)
})
