import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { textsPath } from '#functions/http/texts-path.ts'
import { LOCALES } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'

/** Writes the texts of each language where the Worker reads them. */
export function writeTexts(outDir: string): void {
  for (const locale of LOCALES) {
    const file = join(outDir, textsPath(locale))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(messages[locale]))
  }
}
