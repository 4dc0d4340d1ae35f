import type { OutletKind, ProductFamily, Service } from './outlet.ts'

/** What a customer may ask of an outlet; every given condition must hold. */
export type OutletFilter = {
  readonly service?: Service
  /** With `service`: done at this counter, not collected. Without: anything is done here. */
  readonly doneHere?: boolean
  readonly family?: ProductFamily
  /** BCP 47 tag; `zh` also finds `zh-CN`. */
  readonly language?: string
  /** Only outlets known to be step-free. */
  readonly stepFree?: boolean
  readonly kind?: OutletKind
  /** Instant (epoch ms) at which the outlet must be open; unknown hours don't pass. */
  readonly openAt?: number
}
