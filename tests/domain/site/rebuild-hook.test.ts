import { afterEach, expect, it } from 'vitest'
import { type RebuildHook, serveHook } from '#scripts/site/serve-hook.ts'
import { freePort } from '#scripts/site/serve-worker.ts'

let hook: RebuildHook | null = null
afterEach(() => hook?.close())

/** A hook whose builds end when the test says so. */
async function aHook() {
  const builds: (() => void)[] = []
  hook = serveHook(await freePort(), () => new Promise((resolve) => builds.push(resolve)))
  return { url: hook.url, builds }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('builds one at a time, and once more for whatever was asked meanwhile', async () => {
  const { url, builds } = await aHook()
  for (let post = 0; post < 4; post++)
    expect((await fetch(url, { method: 'POST' })).status).toBe(202)
  expect(builds).toHaveLength(1)
  builds[0]?.()
  await settled()
  expect(builds).toHaveLength(2)
  builds[1]?.()
  await settled()
  await fetch(url, { method: 'POST' })
  expect(builds).toHaveLength(3)
})

it('refuses a browser and every method but POST', async () => {
  const { url, builds } = await aHook()
  const fromPage = await fetch(url, { method: 'POST', headers: { origin: 'https://evil.example' } })
  expect(fromPage.status).toBe(403)
  expect((await fetch(url)).status).toBe(405)
  expect(builds).toHaveLength(0)
})
