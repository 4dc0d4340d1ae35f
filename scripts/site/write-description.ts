import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import config from '#config'
import { API_DESCRIPTION_PATH } from '#functions/http/texts-path.ts'

/** The application is of TSX, which Node doesn't read: it is bundled for the moment it is asked. */
const ASKED = `
  import { createApp } from '#functions/http/app.ts'
  import { describeApi } from '#functions/http/describe-api.ts'
  const platform = { now: () => 0, randomId: () => '', randomByte: () => 0, writeLog: () => {} }
  export const describe = (of) => describeApi(() => createApp(platform), of)
`
/** Some packages still ask for Node's modules as CommonJS does. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/');`

/** Writes the description of the API where the Worker reads it. */
export async function writeDescription(outDir: string): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: ASKED, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'error',
    banner: { js: REQUIRE },
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const { describe } = await import(`data:text/javascript;base64,${code}`)
  const document = await describe({ name: config.brand.name, siteUrl: config.siteUrl })
  writeFileSync(join(outDir, API_DESCRIPTION_PATH), JSON.stringify(document))
}
