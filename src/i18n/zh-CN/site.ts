import type { site as en } from '../en/site.ts'

export const site: Record<keyof typeof en, string> = {
  'site.skip': '跳到正文',
  'site.description': '查找能维修您手机的服务网点，预约到店或寄修，随时查询维修进度。',
  'site.nav.label': '主导航',
  'site.nav.book': '预约维修',
  'site.nav.repairs': '维修进度',
  'site.nav.outlets': '查找网点',
  'site.nav.verify': '网点验真',
  'site.place.label': '您在哪里？',
  'site.place.example': '城市、区县或维修单号',
  'site.place.find': '查找网点',
  'site.footer.label': '关于本站',
  'site.footer.hotline': '全天候服务热线：',
  'site.footer.about': '关于',
  'site.footer.privacy': '隐私',
  'site.footer.accessibility': '无障碍',
}
