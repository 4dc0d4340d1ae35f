import { OUTLET_KINDS } from '#domain/outlets/outlet.ts'
import type { NewOutlet } from '#functions/outlets/register-outlet.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { type Form, positionIn } from './form-query.ts'
import { bothOf } from './outlet-form-query.ts'

export type NewOutletRead =
  | { readonly ok: true; readonly outlet: NewOutlet }
  | { readonly ok: false; readonly faults: Readonly<Record<string, MessageKey>> }

const CODE = /^[A-Z0-9-]{2,12}$/
/** Addresses of their own. */
const NO_CODE = new Set(['IN', 'SEARCH', 'DATA', 'NEAR', 'NEAREST', 'VERIFY'])
const ID = /^[a-z0-9-]{2,60}$/

/** Whether a zone's clock is known here. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone.includes('/') || zone === 'UTC'
  } catch {
    return false
  }
}

/** A new outlet from its form. */
export function newOutletIn(form: Form): NewOutletRead {
  const code = form.text('code').toUpperCase()
  const kind = OUTLET_KINDS.find((one) => one === form.text('kind'))
  const name = bothOf(form, 'name')
  const address = bothOf(form, 'address')
  const position = positionIn(form.text('position'))
  const [regionId, partner] = [
    form.text('regionId').toLowerCase(),
    form.text('partnerId').toLowerCase(),
  ]
  const zone = form.text('zone')
  const faults: Record<string, MessageKey> = {
    ...((!CODE.test(code) || NO_CODE.has(code)) && { code: 'desk.network.fault.code' as const }),
    ...(!kind && { kind: 'desk.network.fault' as const }),
    ...(!name && { nameEn: 'desk.network.fault.outlet_name' as const }),
    ...(!address && { addressEn: 'desk.network.fault.address' as const }),
    ...(!ID.test(regionId) && { regionId: 'desk.network.fault.region' as const }),
    ...(partner && !ID.test(partner) && { partnerId: 'desk.network.fault.partner' as const }),
    ...(!position && { position: 'desk.network.fault.position' as const }),
    ...(!isZone(zone) && { zone: 'desk.network.fault.zone' as const }),
  }
  if (!kind || !name || !address || !position || Object.keys(faults).length > 0) {
    return { ok: false, faults }
  }
  const ownership = partner ? 'authorised' : 'owned'
  return {
    ok: true,
    outlet: {
      code,
      kind,
      name,
      address,
      ...position,
      regionId,
      zone,
      ownership,
      partnerId: partner || null,
    },
  }
}
