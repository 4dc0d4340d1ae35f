import { STAFF_ROLES, type StaffRole } from '#domain/staff/staff.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

const OTHERS = ['customer', 'owner', 'home', 'home_manager'] as const
type OtherRole = (typeof OTHERS)[number]

const isStaffRole = (role: string): role is StaffRole => STAFF_ROLES.includes(role as StaffRole)
const isOther = (role: string): role is OtherRole => OTHERS.includes(role as OtherRole)

/**
 * Whose step it is, of roles as permissions and tables name them; null = of nobody that can be asked.
 * `hq_owner` owns, too; the clock is nobody.
 */
export function rolesText(locale: Locale, roles: readonly string[]): string | null {
  const t = translator(locale)
  const plain = new Set(roles.map((role) => (role === 'hq_owner' ? 'owner' : role)))
  const names = [...plain].flatMap((role) => {
    if (isStaffRole(role)) return t(`desk.role.${role}`)
    return isOther(role) ? t(`problems.role.${role}`) : []
  })
  if (names.length === 0) return null
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
}
