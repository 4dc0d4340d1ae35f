import { catalogue } from './fixpoint.catalogue.ts'
import type { Signers } from './src/domain/publications/who-signs.ts'
import type { Catalogue } from './src/domain/repairs/catalogue.ts'

export type BucketRange = { readonly binding: string; readonly from: number; readonly to: number }
/** Whole days, both ends included. */
type DayRange = readonly [from: number, to: number]
/** Who pays for a parcel. */
export type ShippingPayer = 'network' | 'customer'

/** Who helps a customer whom we couldn't, from outside. */
export type OutsideHelp = {
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  readonly phone: { readonly dial: string; readonly display: string } | null
  readonly site: string | null
}

/** What a deployment decides about itself. Everything here is public: secrets live in the environment. */
export type FixpointConfig = {
  readonly brand: {
    readonly name: string
    readonly legalName: { readonly en: string; readonly 'zh-CN': string }
    readonly since: number
  }
  /** Where the site is served in production, without a trailing slash. */
  readonly siteUrl: string
  /** ISO 3166-1 alpha-2, the first one is home: its phone numbers and coordinates are the default. */
  readonly countries: readonly [string, ...string[]]
  readonly defaultLocale: 'en' | 'zh-CN'
  readonly hotline: { readonly dial: string; readonly display: string }
  /** By country (ISO 3166-1 alpha-2), the nearest first. */
  readonly outsideHelp: Readonly<Record<string, readonly OutsideHelp[]>>
  /** Beyond this distance the locator offers mail-in first. */
  readonly nearKm: number
  readonly hours: {
    /** Days ahead that opening hours are compiled for. */
    readonly horizonDays: number
    /** Minutes before closing when the counter stops taking phones in, unless the outlet says otherwise. */
    readonly lastIntakeMinutes: number
  }
  readonly map: {
    /** Raster tiles `https://…/{z}/{x}/{y}.png`; null draws the bundled outline map. */
    readonly tilesUrl: string | null
    readonly tilesAttribution: string | null
  }
  readonly gazetteer: {
    /** Places of the listed countries are searchable from this population on, places elsewhere from the other. */
    readonly minPopulationHome: number
    readonly minPopulationElsewhere: number
  }
  /**
   * Databases beside the hub: bookings and repairs of the outlets whose bucket lies in `[from, to]`
   * lie in the database bound under this name. None: everything lies in the hub.
   */
  readonly buckets: readonly BucketRange[]
  /** ISO 4217, of every price that isn't said otherwise. */
  readonly currency: string
  /** Models, faults, usual prices and the one-hour list. */
  readonly catalogue: Catalogue
  readonly booking: {
    /** A slot is offered until so long before it begins. */
    readonly leadMinutes: number
    /** Local days offered, today being the first. */
    readonly horizonDays: number
    /** How long a chosen slot is kept while the form is filled in. */
    readonly holdMinutes: number
    /** What one client (an IPv4 address, or an IPv6 network) or one phone may have; 0 = no cap. */
    readonly caps: {
      /** Seats of one outlet that a client may hold at a time. */
      readonly holdsOfClient: number
      /** Requests that a client may make on one day (UTC). */
      readonly requestsOfClient: number
      /** Requests under one phone number that still wait for the device. */
      readonly openOfPhone: number
      /** Requests under one phone number within 24 hours, each of which sends it a message. */
      readonly requestsOfPhone: number
      /** Times on one day (UTC) that links to its open repairs are sent to a phone. */
      readonly lostCodesOfPhone: number
      /**
       * Acknowledgements of feedback and complaints from the form that go to one number or address on one
       * day (UTC), and one within an hour: whoever fills the form in may have named somebody else.
       */
      readonly acknowledgementsOfContact: number
    }
  }
  readonly publications: {
    /** Day of the following month on which a month's figures freeze, 1-28. */
    readonly freezeDay: number
    /** Days before it until which outlets may contest what was counted. */
    readonly contestDays: number
    /** Who signs off by role, held for the whole network: somebody else than who froze; the deputy when they can't. */
    readonly signOff: Signers
    /** Says in each publication that its figures are of a demonstration. */
    readonly isDemo: boolean
  }
  readonly mailIn: {
    /**
     * The mail-in centre that takes a region's parcels, by region id; regions below inherit it.
     * Elsewhere `default`; null = the nearest mail-in centre.
     */
    readonly centres: {
      readonly byRegion: Readonly<Record<string, string>>
      readonly default: string | null
    }
    /** Carriers that parcels are sent by; `other` = the customer's own. */
    readonly couriers: readonly {
      readonly id: string
      readonly name: { readonly en: string; readonly 'zh-CN': string }
      /** Where a parcel's number tells where it is; null = nowhere that we know. */
      readonly site: string | null
    }[]
    /** What to expect, from the parcel's handing over to its return. */
    readonly days: {
      readonly in: DayRange
      readonly workshop: DayRange
      readonly back: DayRange
    }
    /** Both parcels of a repair, by how it turned out. */
    readonly paidBy: {
      readonly inWarranty: ShippingPayer
      readonly outOfWarranty: ShippingPayer
      readonly declined: ShippingPayer
    }
  }
}

const config: FixpointConfig = {
  brand: {
    name: 'Fixpoint',
    legalName: { en: 'Fixpoint demo network', 'zh-CN': 'Fixpoint 演示网络' },
    since: 2026,
  },
  siteUrl: 'https://fixpoint.example',
  countries: ['CN', 'US'],
  defaultLocale: 'en',
  // A number that can't be assigned, so that a demonstration rings nobody.
  hotline: { dial: '+861000000000', display: '010-0000 0000' },
  outsideHelp: {
    CN: [
      {
        name: { en: 'National consumer platform 12315 (China)', 'zh-CN': '全国 12315 平台' },
        phone: { dial: '12315', display: '12315' },
        site: 'https://www.12315.cn/',
      },
    ],
    US: [
      {
        name: { en: 'Federal Trade Commission (USA)', 'zh-CN': '美国联邦贸易委员会' },
        phone: null,
        site: 'https://reportfraud.ftc.gov/',
      },
    ],
  },
  nearKm: 100,
  hours: { horizonDays: 400, lastIntakeMinutes: 30 },
  map: { tilesUrl: null, tilesAttribution: null },
  gazetteer: { minPopulationHome: 500, minPopulationElsewhere: 15_000 },
  buckets: [],
  currency: 'CNY',
  catalogue,
  booking: {
    leadMinutes: 60,
    horizonDays: 14,
    holdMinutes: 10,
    caps: {
      holdsOfClient: 10,
      requestsOfClient: 100,
      openOfPhone: 10,
      requestsOfPhone: 10,
      lostCodesOfPhone: 5,
      acknowledgementsOfContact: 3,
    },
  },
  publications: {
    ...{ freezeDay: 15, contestDays: 3, isDemo: true },
    signOff: { first: 'hq_quality', deputy: 'hq_admin' },
  },
  mailIn: {
    centres: { byRegion: {}, default: null },
    couriers: [
      {
        id: 'sf',
        name: { en: 'SF Express', 'zh-CN': '顺丰速运' },
        site: 'https://www.sf-express.com/',
      },
      { id: 'ems', name: { en: 'EMS', 'zh-CN': '中国邮政EMS' }, site: 'https://www.ems.com.cn/' },
      { id: 'jd', name: { en: 'JD Logistics', 'zh-CN': '京东快递' }, site: 'https://www.jdl.com/' },
      { id: 'zto', name: { en: 'ZTO Express', 'zh-CN': '中通快递' }, site: 'https://www.zto.com/' },
      {
        id: 'yto',
        name: { en: 'YTO Express', 'zh-CN': '圆通速递' },
        site: 'https://www.yto.net.cn/',
      },
      { id: 'other', name: { en: 'Another carrier', 'zh-CN': '其他快递' }, site: null },
    ],
    days: { in: [1, 3], workshop: [1, 4], back: [1, 3] },
    paidBy: { inWarranty: 'network', outOfWarranty: 'customer', declined: 'customer' },
  },
}

export default config
