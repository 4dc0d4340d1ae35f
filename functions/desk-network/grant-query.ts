import { type Grant, type Scope, STAFF_ROLES, type StaffRole } from '#domain/staff/staff.ts'
import type { MessageKey } from '#i18n/translate.ts'
import type { Form } from './form-query.ts'

export const SCOPE_KINDS = ['outlets', 'region', 'partner', 'network'] as const
export type ScopeKind = Scope['kind']

const MOST_OUTLETS = 50
const OUTLET_CODE = /^[A-Z0-9-]{2,12}$/
const ID = /^[a-z0-9-]{2,60}$/

/** Codes as people list them: by comma, space or line. */
const codesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .toUpperCase()
      .split(/[\s,;、]+/)
      .filter((code) => code !== ''),
  ),
]

/** The scope that a kind and what was typed for it name; null = none could be meant. */
export function scopeIn(kind: string, typed: string): Scope | null {
  if (kind === 'network') return { kind }
  const id = typed.normalize('NFKC').trim().toLowerCase()
  if (kind === 'region') return ID.test(id) ? { kind, region: id } : null
  if (kind === 'partner') return ID.test(id) ? { kind, partner: id } : null
  const outlets = codesIn(typed)
  const areCodes = outlets.every((code) => OUTLET_CODE.test(code))
  return outlets.length > 0 && outlets.length <= MOST_OUTLETS && areCodes
    ? { kind: 'outlets', outlets }
    : null
}

export type GrantRead =
  | { readonly ok: true; readonly grant: Grant | null }
  | { readonly ok: false; readonly faults: Readonly<Record<string, MessageKey>> }

const roleIn = (text: string): StaffRole | null => STAFF_ROLES.find((role) => role === text) ?? null

/** The role and scope typed into a form; no role chosen means none is given. */
export function grantIn(form: Form): GrantRead {
  const typed = form.text('role')
  if (typed === '') return { ok: true, grant: null }
  const role = roleIn(typed)
  if (!role) return { ok: false, faults: { role: 'desk.network.fault.role' } }
  const scope = scopeIn(form.text('scopeKind'), form.text('scopePlace'))
  return scope
    ? { ok: true, grant: { role, scope } }
    : { ok: false, faults: { scopePlace: 'desk.network.fault.scope' } }
}
