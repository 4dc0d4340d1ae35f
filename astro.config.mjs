import { basename } from 'node:path'
import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import config from './fixpoint.config.ts'
import { lightPreload } from './scripts/site/light-preload.ts'

const outDir = process.env['FIXPOINT_DIST'] ?? 'dist'

export default defineConfig({
  site: config.siteUrl,
  output: 'static',
  outDir,
  // Two builds beside each other must not share content stores.
  cacheDir: `.cache/astro-${basename(outDir)}`,
  trailingSlash: 'always',
  // 'preserve': <folder>/index.astro becomes <folder>/index.html, and zh/404.html lands where hosts look for it.
  build: { format: 'preserve', inlineStylesheets: 'never', concurrency: 8 },
  devToolbar: { enabled: false },
  integrations: [react()],
  vite: {
    plugins: [tailwindcss(), lightPreload()],
    // Nothing inline: the policy in the headers allows files of our own only.
    build: { assetsInlineLimit: 0 },
  },
})
