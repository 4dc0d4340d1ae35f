import { readChineseCities } from '#scripts/demo/chinese-cities.ts'
import { DEMO_COUNT, DEMO_SEED, demoNetwork } from '#scripts/demo/demo-network.ts'
import type { DemoOutlet } from '#scripts/demo/demo-outlet.ts'

/** What happens to a demo outlet is decided by the seed; day and coast move dates and doors only. */
const { outlets } = demoNetwork(readChineseCities(), {
  seed: DEMO_SEED,
  count: DEMO_COUNT,
  today: '2026-11-21',
  isOnLand: () => true,
})

function outletPath(test: (outlet: DemoOutlet) => boolean): string {
  const found = outlets.find(test)
  if (!found) throw new Error('The demo network has no such outlet.')
  return `/outlets/${found.code.toLowerCase()}/`
}

const isPlain = ({ operation, qualification, services, hoursText }: DemoOutlet): boolean =>
  operation === 'open' &&
  qualification === 'qualified' &&
  services.one_hour === 'done' &&
  /PH/.test(hoursText ?? '')

/** Built pages that are read, not worked with. */
export const CONTENT_PAGES = {
  home: '/',
  'an outlet': outletPath(isPlain),
  'an outlet whose hours nobody told us': outletPath(({ hoursText }) => hoursText === null),
  'a suspended outlet': outletPath(({ operation }) => operation === 'suspended'),
  'a closed outlet': outletPath(({ operation }) => operation === 'closed'),
  'a disqualified outlet': outletPath(({ qualification }) => qualification === 'disqualified'),
  'an outlet on notice': outletPath(({ qualification }) => qualification === 'on_notice'),
  'the country': '/outlets/in/cn/',
  'a province': '/outlets/in/zhejiang/',
  'a city': '/outlets/in/hangzhou/',
  'a municipality': '/outlets/in/beijing/',
  standards: '/standards/',
  'a standard': '/standards/one-hour-repair/',
  'a standard that is law': '/standards/three-guarantees/',
  'the method of standards': '/standards/method/',
  'how outlets are scored': '/standards/scorecards/',
  'the poster of standards': '/standards/poster/',
  'you said, we did': '/you-said/',
  'how near a repair is': '/performance/coverage/',
  privacy: '/privacy/',
  accessibility: '/accessibility/',
  about: '/about/',
} as const

/** Pages of what was published; a network that published nothing has the first alone. */
export const PUBLISHED_PAGES = {
  'published figures': '/performance/',
  'a published figure': '/performance/kpis/promise_kept/',
  'all published figures': '/performance/kpis/',
  'figures of a region': '/performance/in/guangdong/',
} as const

/** Pages that the Worker renders. */
export const EDGE_PAGES = {
  'plaque check': '/verify/',
  'results without JavaScript': '/outlets/search?q=30.2741,120.1551',
} as const

export const MISSING_PAGE = '/nowhere-at-all/'

/** The locator with results; the position is Hangzhou's. */
export const LOCATOR_PAGE = '/outlets/?q=30.2741,120.1551'

/** The locator asked for a place by its name, as each language writes it. */
export const SHENZHEN_BY_NAME = {
  en: '/outlets/?q=Shenzhen',
  'zh-CN': '/outlets/?q=深圳',
} as const
