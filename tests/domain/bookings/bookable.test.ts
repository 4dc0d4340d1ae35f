import { describe, expect, it } from 'vitest'
import { whyNotBookable } from '#domain/bookings/bookable.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { BOOKABLE_SERVICES } from '#domain/repairs/repair.ts'
import { anOutlet } from '#support/an-outlet.ts'

const DATE = '2026-10-03'
const why = (change: Partial<Outlet>, date = DATE) =>
  whyNotBookable(anOutlet(change), 'repair', date)

describe('a visit can be booked', () => {
  it('at an ordinary outlet, also where devices are only taken in, also on notice', () => {
    expect(why({})).toBeNull()
    expect(why({ kind: 'collection_point', services: { repair: 'collected' } })).toBeNull()
    expect(why({ qualification: 'on_notice' })).toBeNull()
  })

  it('for what the outlet offers', () => {
    const services = { repair: 'done', data_help: 'collected' } as const
    const offered = BOOKABLE_SERVICES.map((service) =>
      whyNotBookable(anOutlet({ services }), service, DATE),
    )
    expect(offered).toEqual([null, 'service_not_offered', 'service_not_offered', null])
  })

  it('within the hour only where it is done, on a bench', () => {
    const oneHour = (change: Partial<Outlet>) => whyNotBookable(anOutlet(change), 'one_hour', DATE)
    expect(oneHour({ services: { one_hour: 'done' } })).toBeNull()
    expect(oneHour({ services: { one_hour: 'done' }, benches: 0 })).toBe('service_not_offered')
    expect(oneHour({ services: { one_hour: 'collected' } })).toBe('service_not_offered')
  })

  it('never at a mail-in centre or without a seat', () => {
    expect(why({ kind: 'mail_in_centre' })).toBe('no_counter')
    expect(why({ counterSeats: 0 })).toBe('no_counter')
  })

  it('never at a closed or disqualified outlet, nor before it opens and after it closes for good', () => {
    expect(why({ operation: 'closed' })).toBe('outlet_closed')
    expect(why({ qualification: 'disqualified' })).toBe('outlet_disqualified')
    const years = { openedOn: '2026-10-03', closedOn: '2026-10-05' }
    const dates = ['2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05']
    expect(dates.map((date) => why(years, date))).toEqual([
      'outlet_closed',
      null,
      null,
      'outlet_closed',
    ])
  })

  it('around a suspension, [from, until)', () => {
    const suspension = { from: '2026-10-01', until: '2026-10-08', reason: null }
    const dates = ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08']
    expect(dates.map((date) => why({ operation: 'suspended', suspension }, date))).toEqual([
      null,
      'outlet_suspended',
      'outlet_suspended',
      null,
    ])
    expect(why({ operation: 'suspended', suspension: null })).toBe('outlet_suspended')
    expect(why({ operation: 'open', suspension })).toBeNull()
  })
})
