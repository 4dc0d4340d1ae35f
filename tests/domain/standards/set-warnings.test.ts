import { describe, expect, it } from 'vitest'
import { setWarnings } from '#domain/standards/set-warnings.ts'
import { aDraft, anEdition, aStandard } from '#support/a-standard.ts'
import { defaultSet } from '../../../fixpoint.standards.ts'

const said = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const promise = aStandard({ title: said('One hour', '一小时') })
const against = (before: typeof promise, after: typeof promise) =>
  setWarnings(anEdition([before]), aDraft([after]))

describe('before a set is published', () => {
  it('nothing is said of what stays, though nobody counts it, and of what is counted', () => {
    expect(setWarnings(anEdition(defaultSet.standards), aDraft(defaultSet.standards))).toEqual([])
    expect(against(promise, { ...promise, target: 95 })).toEqual([])
    expect(setWarnings(null, aDraft([promise]))).toEqual([])
  })

  it('a limit at which no figure is counted is told, of a promise alone', () => {
    const silent = { ...promise, threshold: 10 }
    const warning = { code: 'no_figure', id: promise.id }
    expect(against(promise, silent)).toEqual([warning])
    expect(setWarnings(null, aDraft([silent]))).toEqual([warning])
    expect(
      against({ ...promise, audience: 'internal' }, { ...silent, audience: 'internal' }),
    ).toEqual([])
  })

  it('so is a move to where another figure, or none, counts', () => {
    const walkIn = aStandard({ kpi: 'turnaround_share', threshold: 1, touchpoint: 'outlet' })
    expect(against(walkIn, { ...walkIn, touchpoint: 'hotline' })).toHaveLength(1)
    const answered = aStandard({ kpi: 'answered_in_time', threshold: 24, stage: 'ask' })
    expect(against(answered, { ...answered, stage: 'after' })).toEqual([])
    expect(against(answered, { ...answered, stage: 'find' })).toHaveLength(1)
  })

  it('words that changed in one language are told with that language, those in both aren’t', () => {
    const warning = { code: 'one_language', id: promise.id, field: 'title' }
    expect(against(promise, { ...promise, title: said('An hour', '一小时') })).toEqual([
      { ...warning, side: 'en' },
    ])
    expect(against(promise, { ...promise, title: said('One hour', '一个小时') })).toEqual([
      { ...warning, side: 'zh-CN' },
    ])
    expect(against(promise, { ...promise, title: said('An hour', '一个小时') })).toEqual([])
  })

  it('also of words that stand deeper, and of the document’s head', () => {
    const source = said('A law of 2025', 'own')
    expect(against(promise, { ...promise, basis: { ...promise.basis, source } })).toMatchObject([
      { field: 'basis', side: 'en' },
    ])
    const scope = { ...anEdition([promise]).scope, 'zh-CN': '全部网点' }
    expect(setWarnings(anEdition([promise]), aDraft([promise], { scope }))).toEqual([
      { code: 'one_language', id: null, field: 'scope', side: 'zh-CN' },
    ])
  })
})
