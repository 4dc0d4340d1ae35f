import { expect, it } from 'vitest'
import { changedFigures } from '#domain/publications/changed-figures.ts'
import { figureReader } from '#domain/publications/months-of-places.ts'
import type { PublicationDocument } from '#domain/publications/publication-document.ts'
import { countsOf, type Given, publish } from './a-publication.ts'

/** Ten of an outlet a month: three outlets in three months are ninety. */
const as =
  (kept: number): Given =>
  () => ({ promise_due: 10, promise_kept: kept, closed: 10 })

/** As it would have been published under another definition of promises. */
const underAnother = (document: PublicationDocument): PublicationDocument => ({
  ...document,
  definitions: document.definitions.map((one) =>
    one.kpi === 'promise_kept' ? { ...one, version: one.version + 6 } : one,
  ),
})

it('a definition that changed shows the last quarter as published and as it is reckoned now', () => {
  const last = underAnother(publish(as(9)))
  const now = figureReader(countsOf(as(8)))
  // With what is about no outlet: 4 x 3 x 10 promises, of which 108 were published as kept and 96 are.
  expect(changedFigures(last, now)).toEqual([
    {
      ...{ kpi: 'promise_kept', cut: null },
      period: { kind: 'rolling_3', from: '2026-08', to: '2026-10' },
      before: { version: 7, n: 120, value: 90 },
      now: { version: 1, n: 120, value: 80 },
    },
  ])
})

it('where no definition changed there is nothing to show', () => {
  expect(changedFigures(publish(as(9)), figureReader(countsOf(as(8))))).toEqual([])
})
