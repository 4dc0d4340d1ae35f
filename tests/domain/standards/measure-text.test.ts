import { describe, expect, it } from 'vitest'
import { measureText } from '#components/standards/measure-text.ts'

describe('a measure in words', () => {
  it('is a share within a limit', () => {
    const measure = { kpi: 'one_hour_rate', threshold: 60, target: 90 } as const
    expect(measureText('en', measure)).toBe('at least 90% in 60 minutes')
    expect(measureText('zh-CN', measure)).toBe('60分钟内不低于90%')
  })

  it('says plainly what is never to happen, always to be done, or never to cost more', () => {
    const none = { kpi: 'complaint_rate', threshold: null, target: 0 } as const
    const all = { kpi: 'records_complete', threshold: null, target: 100 } as const
    const asTold = { kpi: 'quote_drift', threshold: null, target: 1 } as const
    expect(measureText('en', none)).toBe('no case')
    expect(measureText('en', all)).toBe('every time')
    expect(measureText('en', asTold)).toBe('no more than the price told')
    expect(measureText('en', { ...none, target: 1 })).toBe('at most 1 per 1,000 repairs')
    expect(measureText('en', { ...all, target: 99 })).toBe('at least 99%')
  })
})
