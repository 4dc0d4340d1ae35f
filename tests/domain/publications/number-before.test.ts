import { expect, it } from 'vitest'
import { numberBefore, type Publication } from '#domain/publications/publication.ts'

const a = (number: number, month: string, change: Partial<Publication> = {}): Publication => ({
  ...{ number, version: 4, month, revision: 1, revises: null, reason: null, status: 'published' },
  ...{ frozenBy: 'a', signedBy: 'b', frozenAt: 1, publishedAt: 2 },
  frozen: { files: [], summary: [], zeros: null },
  ...change,
})
const draft = { status: 'draft', frozen: null } as const

it('a publication is held against the newest revision of the nearest earlier month', () => {
  const all = [a(1, '2026-09'), a(2, '2026-10'), a(3, '2026-10', { revises: 2 })]
  expect(numberBefore(all, a(4, '2026-11', draft))).toBe(3)
  expect(numberBefore([...all, a(4, '2026-09', { revises: 1 })], a(5, '2026-11', draft))).toBe(3)
})

it('a revision is held against what it revises', () => {
  const all = [a(1, '2026-09'), a(2, '2026-10')]
  expect(numberBefore(all, a(3, '2026-10', { ...draft, revises: 2 }))).toBe(2)
})

it('what was dropped, and what is not frozen yet, was never told', () => {
  const all = [a(1, '2026-09'), a(2, '2026-10', { status: 'dropped' }), a(3, '2026-10', draft)]
  expect(numberBefore(all, a(4, '2026-11', draft))).toBe(1)
  expect(numberBefore([], a(1, '2026-11', draft))).toBeNull()
})
