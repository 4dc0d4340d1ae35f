import { describe, expect, it } from 'vitest'
import config from '#config'
import type { Booking } from '#domain/bookings/booking.ts'
import { TEMPLATES, type Template } from '#domain/messages/templates.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { type Wording, wordMessage } from '#functions/messages/rendering/word-message.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'
import { aRepair } from '#support/a-repair.ts'
import { anOutlet } from '#support/an-outlet.ts'

const ALL = Object.keys(TEMPLATES) as Template[]
const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv'
/** 31 December 23:30 in Shanghai: nothing is written longer. */
const LATE = Date.UTC(2026, 11, 31, 15, 30)
const LONG_NAME = {
  en: 'Hangzhou Xihu Intime City Special Service Centre No. 12',
  'zh-CN': '杭州西湖银泰城特约服务中心十二号店',
}

/** What a visit that can't be kept is told by. */
const STOPPED = {
  operation: 'suspended',
  suspension: { from: null, until: null, reason: null },
} as const

const { ask } = aRepair().awaitingDecision().repair

/** A repair of which every message has something to say, in as many letters as can be. */
const everything = (locale: Locale): Repair => ({
  ...aRepair().repair,
  locale,
  visitAt: LATE,
  ask: ask && { ...ask, expiresAt: LATE },
  promise: { firstAt: LATE, currentAt: LATE, reason: null },
  partExpectedOn: '2026-12-31',
  parcelOut: { courier: 'sf', tracking: 'SF1234567890123' },
})

const wordingOf = (template: Template, locale: Locale, change: Partial<Repair> = {}): Wording => {
  const outlet = anOutlet({ name: LONG_NAME, ...STOPPED })
  const repair = { ...everything(locale), ...change }
  return {
    template,
    shown: { repair, events: [], booking: null, outlet, home: outlet },
    token: TOKEN,
    origin: config.siteUrl,
    config,
  }
}
const word = (template: Template, locale: Locale) => {
  const words = wordMessage(wordingOf(template, locale))
  if (!words) throw new Error(`${template} says nothing`)
  return words
}
const textOf = (template: Template, locale: Locale): string => word(template, locale).text

/** Letters of the GSM alphabet that count once; those that count twice are left out on purpose. */
const GSM = /^[\w @£$¥!"#%&'()*+,\-./:;<=>?\n]*$/

describe.each(ALL)('the text message %s', (template) => {
  it('is within 70 letters in Chinese, signature and link included', () => {
    const text = textOf(template, 'zh-CN')
    expect(text.length, text).toBeLessThanOrEqual(70)
    expect(text).toMatch(/^【Fixpoint】/)
    expect(text).toMatch(/ fixpoint\.example\/t\/\S{22}$/)
  })

  it('is one message of 160 GSM letters in English', () => {
    const text = textOf(template, 'en')
    expect(text.length, text).toBeLessThanOrEqual(160)
    expect(text).toMatch(GSM)
    expect(text).toMatch(/^Fixpoint: .+ https:\/\/fixpoint\.example\/t\/\S{22}$/)
  })

  it('has every place filled, and no variable that its text does not read', () => {
    for (const locale of LOCALES) {
      const { text, variables } = word(template, locale)
      expect(text).not.toMatch(/[{}]/)
      const read = [...messages[locale][`messages_sent.${template}`].matchAll(/\{(\w+)\}/g)]
      expect(Object.keys(variables).sort()).toEqual(
        ['link', ...read.map(([, name]) => name)].sort(),
      )
    }
  })
})

it('says what is to be done, by when and where', () => {
  expect(textOf('answer_needed', 'zh-CN')).toBe(
    `【Fixpoint】请于12月31日23:30前确认维修 fixpoint.example/t/${TOKEN}`,
  )
  expect(textOf('answer_needed', 'en')).toBe(
    `Fixpoint: We need your answer by 31 Dec, 23:30 before the repair goes on: https://fixpoint.example/t/${TOKEN}`,
  )
  expect(textOf('part_date', 'zh-CN')).toContain('等待备件，预计12月31日到货')
  expect(textOf('on_its_way', 'en')).toContain('Tracking: SF1234567890123 ')
})

it('gives the code with a link to the repair, in Chinese without the dashes that would not fit', () => {
  expect(textOf('ticket_code', 'zh-CN')).toBe(
    `【Fixpoint】预约单号7K3M9QXF2T8BV fixpoint.example/t/${TOKEN}`,
  )
  expect(textOf('ticket_code', 'en')).toContain('7K3M-9QXF-2T8B-V')
})

it('cuts a long name at its end and leaves a short one whole', () => {
  expect(textOf('ready_repaired', 'zh-CN')).toContain('请到杭州西湖银泰城特约…取机')
  const short = wordingOf('ready_repaired', 'zh-CN')
  const home = anOutlet({ name: { en: 'Wulin', 'zh-CN': '武林服务中心' } })
  expect(wordMessage({ ...short, shown: { ...short.shown, home } })?.text).toContain(
    '请到武林服务中心取机',
  )
})

it('writes an English text in letters that every phone takes as single ones', () => {
  const named = (en: string) => {
    const wording = wordingOf('ready_repaired', 'en')
    const home = anOutlet({ name: { en, 'zh-CN': en } })
    return wordMessage({ ...wording, shown: { ...wording.shown, home } })?.text
  }
  expect(named('Lǚshun Harbour’s Centre')).toContain("at Lushun Harbour's Centre:")
  expect(named('杭州服务中心')).toContain('at HZ-001:')
})

it('says nothing rather than half of it when a fact has gone', () => {
  expect(wordMessage(wordingOf('answer_needed', 'en', { ask: null }))).toBeNull()
  expect(wordMessage(wordingOf('part_date', 'en', { partExpectedOn: null }))).toBeNull()
})

describe('the letter', () => {
  it('names the visit that is still to come', () => {
    const wording = wordingOf('ticket_code', 'en')
    const booking = { status: 'booked', startsAt: LATE } as Booking
    const letter = (status: Repair['status']) => {
      const repair = { ...wording.shown.repair, status }
      return wordMessage({ ...wording, shown: { ...wording.shown, repair, booking } })?.email.text
    }
    expect(letter('requested')).toContain('Your visit: 31 Dec, 23:30')
    expect(letter('received')).not.toContain('Your visit')
  })

  it('says the same sentence with code, outlet and hotline, and links to the page in its language', () => {
    const { email } = word('answer_needed', 'zh-CN')
    expect(email.subject).toBe('您的维修单 7K3M-9QXF-2T8B-V')
    expect(email.text.split('\n').slice(0, 4)).toEqual([
      '请于12月31日23:30前确认维修',
      `https://fixpoint.example/zh/t/${TOKEN}`,
      '',
      '维修单号：7K3M-9QXF-2T8B-V',
    ])
    expect(word('lost', 'en').email.text).toContain('Questions? Call 010-0000 0000.')
  })
})
