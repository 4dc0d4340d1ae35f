import type { Partner } from '#domain/outlets/outlet.ts'

const PARTNER_COUNT = 12

const numbered = (number: number): string => String(number).padStart(2, '0')
const partnerId = (number: number): string => `demo-partner-${numbered(number)}`

export const DEMO_PARTNERS: readonly Partner[] = Array.from(
  { length: PARTNER_COUNT },
  (_, place) => ({
    id: partnerId(place + 1),
    name: {
      en: `Demo Partner ${numbered(place + 1)}`,
      'zh-CN': `演示合作商${numbered(place + 1)}`,
    },
  }),
)

/** The company that runs a province's authorised outlets. */
export const partnerFor = (admin1: string): string =>
  partnerId((Number(admin1) % PARTNER_COUNT) + 1)
