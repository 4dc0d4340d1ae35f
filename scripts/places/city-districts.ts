type District = readonly [en: string, zh: string, lat: number, lon: number]

/** City by its English name, the area of its districts, and the districts the gazetteer lacks or hides. */
type City = {
  readonly area: readonly [en: string, zh: string]
  readonly districts: readonly District[]
}

/**
 * Districts of the largest Chinese cities that the gazetteer doesn't list by their own names, and
 * quarters everybody knows. Entered by hand: about where the seat is, to a hundredth of a degree (a
 * kilometre). How many people live there is not said; see DISTRICT_WEIGHT.
 */
export const CITY_DISTRICTS: readonly City[] = [
  {
    area: ['Beijing', '北京市'],
    districts: [
      ['Chaoyang', '朝阳区', 39.92, 116.44],
      ['Haidian', '海淀区', 39.96, 116.3],
      ['Zhongguancun', '中关村', 39.98, 116.31],
    ],
  },
  {
    area: ['Shanghai', '上海市'],
    districts: [
      ['Pudong', '浦东新区', 31.22, 121.54],
      ['Huangpu', '黄浦区', 31.23, 121.48],
      ['Xuhui', '徐汇区', 31.19, 121.44],
      ['Changning', '长宁区', 31.22, 121.42],
      ['Jing’an', '静安区', 31.23, 121.45],
      ['Putuo', '普陀区', 31.25, 121.4],
      ['Hongkou', '虹口区', 31.26, 121.5],
      ['Yangpu', '杨浦区', 31.26, 121.53],
      ['Minhang', '闵行区', 31.11, 121.38],
      ['Baoshan', '宝山区', 31.4, 121.49],
      ['Fengxian', '奉贤区', 30.92, 121.47],
    ],
  },
  {
    area: ['Shenzhen, Guangdong', '广东省深圳市'],
    districts: [
      ['Futian', '福田区', 22.54, 114.05],
      ['Luohu', '罗湖区', 22.55, 114.13],
      ['Nanshan', '南山区', 22.53, 113.93],
      ['Bao’an', '宝安区', 22.55, 113.88],
      ['Longgang', '龙岗区', 22.72, 114.25],
      ['Longhua', '龙华区', 22.7, 114.05],
      ['Guangming', '光明区', 22.75, 113.94],
      ['Yantian', '盐田区', 22.56, 114.24],
      ['Pingshan', '坪山区', 22.71, 114.35],
    ],
  },
  {
    area: ['Guangzhou, Guangdong', '广东省广州市'],
    districts: [
      ['Tianhe', '天河区', 23.12, 113.36],
      ['Yuexiu', '越秀区', 23.13, 113.27],
      ['Haizhu', '海珠区', 23.08, 113.32],
      ['Liwan', '荔湾区', 23.13, 113.24],
      ['Baiyun', '白云区', 23.16, 113.27],
      ['Panyu', '番禺区', 22.94, 113.38],
      ['Huangpu', '黄埔区', 23.18, 113.48],
      ['Huadu', '花都区', 23.4, 113.22],
    ],
  },
  {
    area: ['Chengdu, Sichuan', '四川省成都市'],
    districts: [
      ['Wuhou', '武侯区', 30.64, 104.04],
      ['Jinjiang', '锦江区', 30.66, 104.08],
      ['Qingyang', '青羊区', 30.67, 104.06],
      ['Jinniu', '金牛区', 30.69, 104.05],
      ['Chenghua', '成华区', 30.66, 104.1],
    ],
  },
  {
    area: ['Hangzhou, Zhejiang', '浙江省杭州市'],
    districts: [
      ['Xihu', '西湖区', 30.26, 120.13],
      ['Shangcheng', '上城区', 30.24, 120.2],
      ['Gongshu', '拱墅区', 30.32, 120.14],
      ['Binjiang', '滨江区', 30.21, 120.21],
      ['Yuhang', '余杭区', 30.42, 120.3],
      ['Xiaoshan', '萧山区', 30.18, 120.26],
    ],
  },
  {
    area: ['Chongqing', '重庆市'],
    districts: [
      ['Yuzhong', '渝中区', 29.55, 106.57],
      ['Shapingba', '沙坪坝区', 29.54, 106.46],
    ],
  },
  {
    area: ['Wuhan, Hubei', '湖北省武汉市'],
    districts: [
      ['Wuchang', '武昌区', 30.55, 114.32],
      ['Jianghan', '江汉区', 30.6, 114.27],
      ['Hanyang', '汉阳区', 30.55, 114.22],
      ['Hongshan', '洪山区', 30.5, 114.34],
      ['Qiaokou', '硚口区', 30.58, 114.21],
    ],
  },
  {
    area: ['Nanjing, Jiangsu', '江苏省南京市'],
    districts: [
      ['Gulou', '鼓楼区', 32.07, 118.77],
      ['Pukou', '浦口区', 32.06, 118.63],
    ],
  },
  {
    area: ['Tianjin', '天津市'],
    districts: [['Binhai', '滨海新区', 39.0, 117.71]],
  },
  {
    area: ['Xi’an, Shaanxi', '陕西省西安市'],
    districts: [['Lianhu', '莲湖区', 34.27, 108.93]],
  },
  {
    area: ['Suzhou, Jiangsu', '江苏省苏州市'],
    districts: [
      ['Gusu', '姑苏区', 31.31, 120.62],
      ['Wuzhong', '吴中区', 31.26, 120.63],
    ],
  },
]
