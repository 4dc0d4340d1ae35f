import { execFileSync } from 'node:child_process'

const WRANGLER = 'node_modules/wrangler/bin/wrangler.js'
const ANSWER_BYTES = 512 * 1024 * 1024

/**
 * Runs the installed wrangler on this very Node and answers what it prints. It is never fetched: where
 * it isn't installed, this throws. `PATH` plays no part.
 */
export const runWrangler = (args: readonly string[], env = process.env): string =>
  execFileSync(process.execPath, [WRANGLER, ...args], {
    encoding: 'utf8',
    maxBuffer: ANSWER_BYTES,
    env,
  })
