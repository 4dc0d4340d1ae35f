import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Flags that keep a headless Chromium quiet and let it start as root in a container. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** Chromium's headless shell draws and runs what Chromium does, in 60 % of the time, and comes first. */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser to test with: the one named by CHROMIUM_PATH, an installed one, or Playwright's own. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, and there is no such file.`)
  }
  const found = [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    [
      'The browser tests need Chromium, and none was found. Do one of these, then run again:',
      '  Debian:          sudo apt-get install -y chromium-headless-shell fonts-noto-cjk',
      '  Ubuntu:          sudo apt-get install -y chromium fonts-noto-cjk',
      '  elsewhere:       npx playwright install chromium',
      '  or name one:     CHROMIUM_PATH=/path/to/chromium npm test',
    ].join('\n'),
  )
}
