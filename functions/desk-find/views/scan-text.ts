import { spellCode } from '#domain/identifiers/crockford.ts'
import type { RepairStatus } from '#domain/repairs/repair.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { Scanned } from '../scan-phone.ts'

/** What came of a scan, for whoever holds the scanner. */
export function scanText(locale: Locale, { verdict, code, recorded }: Scanned): string {
  const t = translator(locale)
  const said = t(`desk.count.scan.${verdict}`, { code: spellCode(code) })
  if (verdict === 'found' || verdict === 'duplicate') return said
  const instead = recorded
    ? t('desk.count.recorded', {
        status: t(`desk.find.status.${recorded.status as RepairStatus}`),
        outlet: recorded.atOutlet,
      })
    : t('desk.count.no_record')
  return `${said} ${instead}`
}
