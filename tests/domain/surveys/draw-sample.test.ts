import { expect, it } from 'vitest'
import { drawSample } from '#domain/surveys/draw-sample.ts'

const list = Array.from({ length: 200 }, (_, place) => `code-${place}`)

it('draws the same for the same seed, whatever the order of the list', () => {
  const sample = drawSample(list, { size: 20, seed: 'wav_1' })
  expect(drawSample(list.toReversed(), { size: 20, seed: 'wav_1' })).toEqual(sample)
  expect(drawSample(list, { size: 20, seed: 'wav_2' })).not.toEqual(sample)
})

it('draws nobody twice, and everybody where more are wanted than there are', () => {
  const all = drawSample([...list, ...list], { size: 1000, seed: 'x' })
  expect(all.toSorted()).toEqual(list.toSorted())
})

it('draws everybody about as often', () => {
  const counts = new Map<string, number>()
  for (let turn = 0; turn < 2000; turn++) {
    for (const one of drawSample(list.slice(0, 10), { size: 3, seed: `wav_${turn}` })) {
      counts.set(one, (counts.get(one) ?? 0) + 1)
    }
  }
  for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(90)
  expect(counts.size).toBe(10)
})
