type District = readonly [en: string, zh: string, lat: number, lon: number, population: number]

/** City by its English name, the area of its districts, and the districts the gazetteer lacks or hides. */
type City = {
  readonly area: readonly [en: string, zh: string]
  readonly districts: readonly District[]
}

/**
 * Districts of the largest Chinese cities that the gazetteer doesn't list by their own names, and
 * quarters everybody knows. Seat to a hundredth of a degree; people at the census of 2020, rounded.
 */
export const CITY_DISTRICTS: readonly City[] = [
  {
    area: ['Beijing', '北京市'],
    districts: [
      ['Chaoyang', '朝阳区', 39.92, 116.44, 3_450_000],
      ['Haidian', '海淀区', 39.96, 116.3, 3_130_000],
      ['Zhongguancun', '中关村', 39.98, 116.31, 0],
    ],
  },
  {
    area: ['Shanghai', '上海市'],
    districts: [
      ['Pudong', '浦东新区', 31.22, 121.54, 5_680_000],
      ['Huangpu', '黄浦区', 31.23, 121.48, 660_000],
      ['Xuhui', '徐汇区', 31.19, 121.44, 1_110_000],
      ['Changning', '长宁区', 31.22, 121.42, 690_000],
      ['Jing’an', '静安区', 31.23, 121.45, 980_000],
      ['Putuo', '普陀区', 31.25, 121.4, 1_240_000],
      ['Hongkou', '虹口区', 31.26, 121.5, 760_000],
      ['Yangpu', '杨浦区', 31.26, 121.53, 1_240_000],
      ['Minhang', '闵行区', 31.11, 121.38, 2_650_000],
      ['Baoshan', '宝山区', 31.4, 121.49, 2_240_000],
      ['Fengxian', '奉贤区', 30.92, 121.47, 1_140_000],
    ],
  },
  {
    area: ['Shenzhen, Guangdong', '广东省深圳市'],
    districts: [
      ['Futian', '福田区', 22.54, 114.05, 1_550_000],
      ['Luohu', '罗湖区', 22.55, 114.13, 1_140_000],
      ['Nanshan', '南山区', 22.53, 113.93, 1_800_000],
      ['Bao’an', '宝安区', 22.55, 113.88, 4_480_000],
      ['Longgang', '龙岗区', 22.72, 114.25, 3_980_000],
      ['Longhua', '龙华区', 22.7, 114.05, 2_530_000],
      ['Guangming', '光明区', 22.75, 113.94, 1_100_000],
      ['Yantian', '盐田区', 22.56, 114.24, 210_000],
      ['Pingshan', '坪山区', 22.71, 114.35, 550_000],
    ],
  },
  {
    area: ['Guangzhou, Guangdong', '广东省广州市'],
    districts: [
      ['Tianhe', '天河区', 23.12, 113.36, 2_240_000],
      ['Yuexiu', '越秀区', 23.13, 113.27, 1_040_000],
      ['Haizhu', '海珠区', 23.08, 113.32, 1_820_000],
      ['Liwan', '荔湾区', 23.13, 113.24, 1_240_000],
      ['Baiyun', '白云区', 23.16, 113.27, 3_740_000],
      ['Panyu', '番禺区', 22.94, 113.38, 2_660_000],
      ['Huangpu', '黄埔区', 23.18, 113.48, 1_260_000],
      ['Huadu', '花都区', 23.4, 113.22, 1_640_000],
    ],
  },
  {
    area: ['Chengdu, Sichuan', '四川省成都市'],
    districts: [
      ['Wuhou', '武侯区', 30.64, 104.04, 1_210_000],
      ['Jinjiang', '锦江区', 30.66, 104.08, 900_000],
      ['Qingyang', '青羊区', 30.67, 104.06, 960_000],
      ['Jinniu', '金牛区', 30.69, 104.05, 1_270_000],
      ['Chenghua', '成华区', 30.66, 104.1, 1_380_000],
    ],
  },
  {
    area: ['Hangzhou, Zhejiang', '浙江省杭州市'],
    districts: [
      ['Xihu', '西湖区', 30.26, 120.13, 1_110_000],
      ['Shangcheng', '上城区', 30.24, 120.2, 1_320_000],
      ['Gongshu', '拱墅区', 30.32, 120.14, 1_120_000],
      ['Binjiang', '滨江区', 30.21, 120.21, 500_000],
      ['Yuhang', '余杭区', 30.42, 120.3, 1_230_000],
      ['Xiaoshan', '萧山区', 30.18, 120.26, 2_010_000],
    ],
  },
  {
    area: ['Chongqing', '重庆市'],
    districts: [
      ['Yuzhong', '渝中区', 29.55, 106.57, 590_000],
      ['Shapingba', '沙坪坝区', 29.54, 106.46, 1_480_000],
    ],
  },
  {
    area: ['Wuhan, Hubei', '湖北省武汉市'],
    districts: [
      ['Wuchang', '武昌区', 30.55, 114.32, 1_090_000],
      ['Jianghan', '江汉区', 30.6, 114.27, 650_000],
      ['Hanyang', '汉阳区', 30.55, 114.22, 840_000],
      ['Hongshan', '洪山区', 30.5, 114.34, 1_730_000],
      ['Qiaokou', '硚口区', 30.58, 114.21, 670_000],
    ],
  },
  {
    area: ['Nanjing, Jiangsu', '江苏省南京市'],
    districts: [
      ['Gulou', '鼓楼区', 32.07, 118.77, 940_000],
      ['Pukou', '浦口区', 32.06, 118.63, 1_170_000],
    ],
  },
  {
    area: ['Tianjin', '天津市'],
    districts: [['Binhai', '滨海新区', 39.0, 117.71, 2_070_000]],
  },
  {
    area: ['Xi’an, Shaanxi', '陕西省西安市'],
    districts: [['Lianhu', '莲湖区', 34.27, 108.93, 1_020_000]],
  },
  {
    area: ['Suzhou, Jiangsu', '江苏省苏州市'],
    districts: [
      ['Gusu', '姑苏区', 31.31, 120.62, 920_000],
      ['Wuzhong', '吴中区', 31.26, 120.63, 1_390_000],
    ],
  },
]
