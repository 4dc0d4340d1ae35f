import { expect, it } from 'vitest'
import { messages } from '#functions/http/texts-from-assets.ts'
import { PHONE_PLANS_PATH, textsPath } from '#functions/http/texts-path.ts'

it('calls a text by its key while no site lies beside the Worker, and by its words then', () => {
  expect(Object.keys(messages.en)).toEqual([])
  expect(messages.en['desk.find']).toBe('desk.find')
  Object.assign(messages.en, { 'desk.find': 'Find' })
  expect(messages.en['desk.find']).toBe('Find')
  expect(messages['zh-CN']['desk.find']).toBe('desk.find')
})

it('lies in the part of the site that nobody is led to', () => {
  expect(textsPath('zh-CN')).toBe('/shell/texts.zh-CN.json')
})

it('reads the numbering plans beside the texts, where nobody is led to either', () => {
  expect(PHONE_PLANS_PATH).toBe('/shell/phone-plans.json')
})
