import { expect, it } from 'vitest'
import { isGenuine, PLAQUE_STATUSES, plaqueStatus } from '#domain/outlets/plaque-verdict.ts'

type Standing = Parameters<typeof plaqueStatus>[0]

const standing = (change: Partial<Standing> = {}): Standing => ({
  operation: 'open',
  suspension: null,
  qualification: 'qualified',
  plaqueRevokedAt: null,
  ...change,
})
const from1To10 = { from: '2026-11-01', until: '2026-11-10', reason: null }

it.each([
  ['2026-10-31', 'authorised'],
  ['2026-11-01', 'suspended'],
  ['2026-11-09', 'suspended'],
  ['2026-11-10', 'authorised'],
])('a suspension from 1 to 10 November counts on %s as %s', (today, status) => {
  expect(plaqueStatus(standing({ operation: 'suspended', suspension: from1To10 }), today)).toBe(
    status,
  )
})

it('lets the worst thing known win', () => {
  const worst = {
    operation: 'closed',
    qualification: 'disqualified',
    suspension: from1To10,
  } as const
  expect(plaqueStatus(standing({ ...worst, plaqueRevokedAt: 1 }), '2026-11-05')).toBe('revoked')
  expect(plaqueStatus(standing(worst), '2026-11-05')).toBe('closed')
  expect(plaqueStatus(standing({ ...worst, operation: 'suspended' }), '2026-11-05')).toBe(
    'disqualified',
  )
})

it('keeps an outlet on notice authorised', () => {
  expect(plaqueStatus(standing({ qualification: 'on_notice' }), '2026-11-05')).toBe('authorised')
})

it('calls only those genuine that still belong to the network', () => {
  expect(PLAQUE_STATUSES.filter(isGenuine)).toEqual(['authorised', 'suspended'])
})
