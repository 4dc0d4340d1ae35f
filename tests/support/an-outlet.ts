import type { Outlet } from '#domain/outlets/outlet.ts'

const both = (text: string) => ({ en: text, 'zh-CN': text })

/** An ordinary open outlet in Hangzhou; `change` says what the test is about. */
export const anOutlet = (change: Partial<Outlet> = {}): Outlet => ({
  code: 'HZ-001',
  name: { en: 'Hangzhou Demo Service Centre 1', 'zh-CN': '杭州演示服务中心1' },
  kind: 'customer_service_centre',
  tags: ['demo'],
  ownership: 'owned',
  partnerId: null,
  regionId: 'cn-zhejiang-hangzhou',
  operation: 'open',
  suspension: null,
  qualification: 'qualified',
  qualificationSince: null,
  services: { repair: 'done' },
  productFamilies: ['phone'],
  lat: 30.27415,
  lon: 120.15515,
  address: both('1 Demo Road'),
  door: { floor: null, shop: null, metroExit: null },
  phones: [],
  hoursText: null,
  hours: null,
  hoursCheckedOn: null,
  zone: 'Asia/Shanghai',
  languages: ['zh-CN'],
  stepFree: null,
  counterSeats: 2,
  benches: 2,
  bucket: 7,
  openedOn: null,
  closedOn: null,
  ...change,
})
