import { describe, expect, it } from 'vitest'
import { setFaults } from '#domain/standards/set-faults.ts'
import { isLaw, STAGES, type Standard } from '#domain/standards/standard.ts'
import { headSchema, standardSchema } from '#functions/standards/standard-json.ts'
import { defaultSet } from '../../../fixpoint.standards.ts'

const { standards, ...head } = defaultSet
const promises = standards.filter(({ audience }) => audience === 'public')
const minima = standards.filter(({ audience }) => audience === 'internal')

const texts = ({ title, promise, appliesTo, measured, remedy, claim, basis }: Standard) => [
  ...[title, promise, appliesTo, measured, remedy, claim, basis.source],
]

describe('the set that an empty database begins with', () => {
  it('has sixteen promises and six minima for outlets, or more, and nothing to refuse', () => {
    expect(promises.length).toBeGreaterThanOrEqual(16)
    expect(minima.length).toBeGreaterThanOrEqual(6)
    expect(setFaults(standards)).toEqual([])
    expect(headSchema.parse(head)).toEqual(head)
  })

  it('can be typed into the desk’s form as it is', () => {
    for (const standard of standards) expect(standardSchema.parse(standard)).toEqual(standard)
  })

  it('speaks both languages, each in its own letters', () => {
    for (const text of standards.flatMap(texts)) {
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(text['zh-CN']).not.toMatch(/[,;!?]\s|[a-z] [a-z]/)
    }
  })

  it('promises something at every stage of the customer’s way', () => {
    for (const stage of STAGES) {
      expect(promises.filter((standard) => standard.stage === stage)).not.toEqual([])
    }
  })

  it('calls law only what names its law, its date and that this is no advice', () => {
    const laws = standards.filter(isLaw)
    expect(laws.length).toBeGreaterThan(0)
    for (const { basis, countries, category } of laws) {
      expect(basis.source.en).toContain('Not legal advice')
      expect(basis.source['zh-CN']).toContain('不构成法律意见')
      expect(basis.since).toBe('2001-11-15')
      expect(countries).toEqual(['CN'])
      expect(category).toBe('macro')
    }
    for (const { basis } of standards.filter((standard) => !isLaw(standard))) {
      expect(basis).toMatchObject({ kind: 'own', since: null })
    }
  })

  it('says of every commitment what the network’s table says', () => {
    const of = (id: string) => {
      const { threshold, target } = standards.find((one) => one.id === id) as Standard
      return [threshold, target]
    }
    expect(of('one-hour-repair')).toEqual([60, 90])
    expect(of('called-in-15-minutes')).toEqual([15, 90])
    expect(of('walk-in-3-days')).toEqual([3, 95])
    expect(of('mail-in-10-days')).toEqual([10, 95])
    expect(of('hotline-answers')).toEqual([24, 95])
    expect(of('hotline-solves')).toEqual([24, 95])
    expect(of('online-answer')).toEqual([24, 95])
    expect(of('letter-answer')).toEqual([48, 95])
    expect(of('complaint-contact')).toEqual([24, 95])
    expect(of('complaint-answer')).toEqual([120, 95])
    expect(of('urgent-complaint')).toEqual([2, 95])
    expect(of('no-repeat-in-30-days')).toEqual([30, 3])
    expect(of('outlet-within-50-km')).toEqual([50, 90])
    expect(of('promised-time-kept')).toEqual([null, 90])
  })
})
