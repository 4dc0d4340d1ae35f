import type { LocalText } from '#domain/outlets/outlet.ts'

export type Province = { readonly id: string; readonly name: LocalText; readonly isCity: boolean }

/** GeoNames admin1 code, region id, English name, Chinese name. */
const TABLE = `
01 anhui Anhui 安徽省
02 zhejiang Zhejiang 浙江省
03 jiangxi Jiangxi 江西省
04 jiangsu Jiangsu 江苏省
05 jilin Jilin 吉林省
06 qinghai Qinghai 青海省
07 fujian Fujian 福建省
08 heilongjiang Heilongjiang 黑龙江省
09 henan Henan 河南省
10 hebei Hebei 河北省
11 hunan Hunan 湖南省
12 hubei Hubei 湖北省
13 xinjiang Xinjiang 新疆维吾尔自治区
14 tibet Tibet 西藏自治区
15 gansu Gansu 甘肃省
16 guangxi Guangxi 广西壮族自治区
18 guizhou Guizhou 贵州省
19 liaoning Liaoning 辽宁省
20 inner-mongolia Inner-Mongolia 内蒙古自治区
21 ningxia Ningxia 宁夏回族自治区
22 beijing Beijing 北京市
23 shanghai Shanghai 上海市
24 shanxi Shanxi 山西省
25 shandong Shandong 山东省
26 shaanxi Shaanxi 陕西省
28 tianjin Tianjin 天津市
29 yunnan Yunnan 云南省
30 guangdong Guangdong 广东省
31 hainan Hainan 海南省
32 sichuan Sichuan 四川省
33 chongqing Chongqing 重庆市`

/** Provinces by GeoNames admin1 code. A municipality is province and city at once. */
export const PROVINCES: ReadonlyMap<string, Province> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [admin1 = '', id = '', en = '', zh = ''] = line.split(' ')
      const name = { en: en.replace('-', ' '), 'zh-CN': zh }
      return [admin1, { id, name, isCity: zh.endsWith('市') }]
    }),
)
