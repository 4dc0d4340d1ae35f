import { describe, expect, it } from 'vitest'
import { formOf } from '#functions/desk-network/form-query.ts'
import { formOfPlan, planIn } from '#functions/desk-network/hours-form-query.ts'

const TODAY = '2026-11-22'
const faultsOf = (...fields: readonly (readonly [string, string])[]) => {
  const read = planIn(formOf(fields), TODAY)
  return read.ok ? {} : read.faults
}

describe('the form of an outlet’s hours', () => {
  it('takes what is typed where nobody knew the hours before', () => {
    const opened = formOfPlan(null, TODAY)
    const typed = formOf([...opened.entries, ['day0', '09:00-18:00']])
    expect(planIn(typed, TODAY)).toMatchObject({
      ok: true,
      plan: { week: [[[540, 1080]], [], [], [], [], [], []] },
    })
  })

  it('says of a day that can’t be read that it can’t be read, not that the outlet never opens', () => {
    expect(faultsOf(['day0', 'early'])).toEqual({ day0: 'desk.network.fault.day_hours' })
    expect(faultsOf(['day2', 'late'], ['holidays', 'own'], ['holidayHours', 'x'])).toEqual({
      day2: 'desk.network.fault.day_hours',
      holidayHours: 'desk.network.fault.day_hours',
    })
  })

  it('says so where no day has hours, and takes it that nobody knows them', () => {
    expect(faultsOf()).toEqual({ day0: 'desk.network.fault.never_open' })
    expect(planIn(formOf([['unknown', 'yes']]), TODAY)).toEqual({ ok: true, plan: null })
  })
})
