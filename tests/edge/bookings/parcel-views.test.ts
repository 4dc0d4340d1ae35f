import { describe, expect, it } from 'vitest'
import config from '#config'
import { DoneView } from '#functions/bookings/done-views.tsx'
import { SlipView } from '#functions/bookings/slip-views.tsx'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { aMailIn } from '#support/a-repair.ts'
import { anOutlet } from '#support/an-outlet.ts'

const { repair } = aMailIn()
const CHINESE = '四川省成都市中山路12号'
const centre = anOutlet({
  kind: 'mail_in_centre',
  address: { en: '12 Zhongshan Road, Chengdu, Sichuan', 'zh-CN': CHINESE },
})

const done = (locale: Locale, pickUp: 'door' | 'own' | null): string =>
  String(
    DoneView({ locale, repair, booking: null, outlet: centre, pickUp, lapsesAt: null, config }),
  )
const slip = (locale: Locale, pickUp: 'door' | 'own' | null = null): string =>
  String(SlipView({ locale, code: repair.code, model: 'f2', centre, pickUp, config }))

describe('a phone that is sent in', () => {
  it('asks whoever waits for our courier for no tracking number', () => {
    const asked = 'Give us the tracking number'
    expect(done('en', 'own')).toContain(asked)
    expect(done('en', null)).toContain(asked)
    expect(done('en', 'door')).not.toContain(asked)
    expect(done('en', 'door')).toContain('A courier comes to your door')
  })

  it('keeps on the slip how it gets to us', () => {
    expect(done('en', 'door')).toContain('href="/book/slip/?by=door"')
    expect(slip('en', 'door')).toContain('href="/book/done/?by=door"')
    expect(slip('en')).toContain('href="/book/done/"')
  })

  it('is addressed as couriers there read it, in every language and only once', () => {
    for (const locale of LOCALES) {
      for (const page of [done(locale, 'own'), slip(locale)]) {
        expect(page.split(CHINESE)).toHaveLength(2)
      }
    }
    expect(slip('en')).toContain(centre.address.en)
  })
})
