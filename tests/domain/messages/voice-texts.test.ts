import { describe, expect, it } from 'vitest'
import config from '#config'
import { VOICE_TEMPLATES, type VoiceTemplate } from '#domain/messages/voice-templates.ts'
import { wordVoice } from '#functions/messages/rendering/word-voice.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv'
const CODE = '7K3M9QXF2T8BV'
const word = (template: VoiceTemplate, locale: Locale) =>
  wordVoice({ template, locale, country: config.countries[0], code: CODE, token: TOKEN, config })

const GSM = /^[\w @£$¥!"#%&'()*+,\-./:;<=>?\n]*$/

describe.each(Object.keys(VOICE_TEMPLATES) as VoiceTemplate[])(
  'the text message %s',
  (template) => {
    it('is within 70 letters in Chinese, signature and link included', () => {
      const { text } = word(template, 'zh-CN')
      expect(text.length, text).toBeLessThanOrEqual(70)
      expect(text).toMatch(/^【Fixpoint】.+ fixpoint\.example\/t\/\S{22}$/)
    })

    it('is one message of 160 GSM letters in English', () => {
      const { text } = word(template, 'en')
      expect(text.length, text).toBeLessThanOrEqual(160)
      expect(text).toMatch(GSM)
      expect(text).toMatch(/^Fixpoint: .+ https:\/\/fixpoint\.example\/t\/\S{22}$/)
    })

    it('has every place filled, and no variable that its text does not read', () => {
      for (const locale of LOCALES) {
        const { text, variables } = word(template, locale)
        expect(text).not.toMatch(/[{}]/)
        const read = [...messages[locale][`messages_sent.${template}`].matchAll(/\{(\w+)\}/g)]
        const named = ['link', ...read.map(([, name]) => name)].sort()
        expect(Object.keys(variables).sort()).toEqual(named)
      }
    })

    it('says the reference in its letter', () => {
      expect(word(template, 'en').email.text).toContain('Reference: 7K3M-9QXF-2T8B-V')
    })
  },
)
