import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const HOUSE_RULES = ['biome.json', 'lint', 'package.json', '.gitignore']

export type Finding = { readonly rule: string; readonly file: string }
type BiomeReport = {
  diagnostics: { category: string; location: { path: string | { file: string } } }[]
}

/**
 * A copy of the house's rules with only the given files in it, and what the linter finds there.
 * `files` maps a path in the project to its text.
 */
export function lintPlanted(files: Readonly<Record<string, string>>): readonly Finding[] {
  const dir = mkdtempSync(join(tmpdir(), 'fixpoint-house-'))
  try {
    for (const rule of HOUSE_RULES) cpSync(rule, join(dir, rule), { recursive: true })
    symlinkSync(resolve('node_modules'), join(dir, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), `${text}\n`)
    }
    const biome = resolve('node_modules/@biomejs/biome/bin/biome')
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
    const { stdout } = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as BiomeReport
    return diagnostics.map(({ category, location: { path } }) => ({
      rule: category,
      file: typeof path === 'string' ? path : path.file,
    }))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
