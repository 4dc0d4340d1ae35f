/** "Days" are 24 hours elapsed unless working days are meant. */
export const DAY_MS = 86_400_000

/** An open ask expires after it; its price holds longer. */
export const ASK_DAYS = 14
export const PRICE_DAYS = 30

/** A request lapses after the slot, or after the request where there is none. */
export const LAPSE_AFTER_SLOT_DAYS = 14
export const LAPSE_AFTER_REQUEST_DAYS = 30

/** A parcel on its way back counts as delivered after it, without other news. */
export const ASSUMED_DELIVERY_DAYS = 14

/** A phone that nobody collects may be declared abandoned after it. */
export const ABANDON_DAYS = 90
