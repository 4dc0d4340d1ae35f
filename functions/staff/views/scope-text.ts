import type { Scope } from '#domain/staff/staff.ts'
import type { Translate } from '#i18n/translate.ts'

/** A scope in words: outlets by their codes, regions and partners by their ids. */
export function scopeText(t: Translate, scope: Scope): string {
  switch (scope.kind) {
    case 'network':
      return t('desk.scope.network')
    case 'region':
      return t('desk.scope.region', { region: scope.region })
    case 'partner':
      return t('desk.scope.partner', { partner: scope.partner })
    case 'outlets':
      return scope.outlets.join(', ')
  }
}
