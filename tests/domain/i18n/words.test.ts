import { expect, it } from 'vitest'
import { messages } from '#i18n/messages.ts'

const texts = (locale: 'en' | 'zh-CN') => Object.entries(messages[locale])

it('calls what stands on a plaque 铭牌编号 everywhere', () => {
  expect(texts('zh-CN').filter(([, text]) => /铭牌编码|铭牌号码/.test(text))).toEqual([])
})

it('calls the check of a plaque 网点验真 everywhere', () => {
  expect(messages['zh-CN']['site.nav.verify']).toBe('网点验真')
  expect(messages['zh-CN']['verify.title']).toBe('网点验真')
  expect(texts('zh-CN').filter(([, text]) => text.includes('真伪查询'))).toEqual([])
})
