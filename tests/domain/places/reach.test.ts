import { describe, expect, it } from 'vitest'
import { firstBeyond, reachOf } from '#domain/places/reach.ts'

const at = (...kilometres: number[]) =>
  kilometres.map((kilometre) => ({ distanceMetres: kilometre * 1000 }))

describe('what a search came to', () => {
  it('is the matching outlets while one of them is near', () => {
    const near = at(5, 900)
    expect(reachOf(near, at(1, 5), 100)).toEqual({ listed: near, filteredOut: false, isFar: false })
  })
  it('is not far when only the filters keep near outlets out', () => {
    const all = at(1, 5)
    expect(reachOf(at(140), all, 100)).toEqual({ listed: all, filteredOut: true, isFar: false })
    expect(reachOf([], all, 100)).toEqual({ listed: all, filteredOut: true, isFar: false })
  })
  it('is far when nothing is near without filters either', () => {
    expect(reachOf(at(140), at(120), 100).isFar).toBe(true)
    expect(reachOf([], [], 100).isFar).toBe(true)
  })
  it('divides the list at the first outlet beyond reach, not when all are', () => {
    expect(firstBeyond(at(5, 100, 101), 100)).toBe(2)
    expect(firstBeyond(at(5, 100), 100)).toBe(-1)
    expect(firstBeyond(at(500, 600), 100)).toBe(-1)
  })
})
