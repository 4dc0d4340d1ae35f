import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import phonePlans from 'libphonenumber-js/metadata.min'
import { PHONE_PLANS_PATH, textsPath } from '#functions/http/texts-path.ts'
import { LOCALES } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'

function write(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(content))
}

/** Writes the texts of each language, and the numbering plans, where the Worker reads them. */
export function writeTexts(outDir: string): void {
  for (const locale of LOCALES) write(join(outDir, textsPath(locale)), messages[locale])
  write(join(outDir, PHONE_PLANS_PATH), phonePlans)
}
