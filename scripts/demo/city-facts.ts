/** What the gazetteer doesn't say, or says of the seat and not of the city. */

/** By GB/T 2260 prefecture code: English and Chinese name. */
export const CITY_NAMES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  '3418': ['Xuancheng', '宣城'],
  '3709': ["Tai'an", '泰安'],
  '3213': ['Suqian', '宿迁'],
  '3716': ['Binzhou', '滨州'],
  '4206': ['Xiangyang', '襄阳'],
  '4107': ['Xinxiang', '新乡'],
  '4110': ['Xuchang', '许昌'],
  '4212': ['Xianning', '咸宁'],
  '4309': ['Yiyang', '益阳'],
  '4510': ['Baise', '百色'],
  '4512': ['Hechi', '河池'],
  '5118': ["Ya'an", '雅安'],
  '2309': ['Qitaihe', '七台河'],
  '5120': ['Ziyang', '资阳'],
  '5133': ['Kangding', '康定'],
  '5309': ['Lincang', '临沧'],
  '5326': ['Wenshan', '文山'],
  '6110': ['Shangluo', '商洛'],
  '1407': ['Jinzhong', '晋中'],
  '6528': ['Korla', '库尔勒'],
  '6542': ['Tacheng', '塔城'],
  '6540': ['Yining', '伊宁'],
}

/** Telephone area codes by Chinese city name; elsewhere an outlet is reached by the hotline. */
export const AREA_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  `北京010 上海021 天津022 重庆023 沈阳024 南京025 武汉027 成都028 西安029 广州020 深圳0755 佛山0757
  东莞0769 中山0760 珠海0756 惠州0752 汕头0754 江门0750 杭州0571 宁波0574 温州0577 嘉兴0573 湖州0572
  绍兴0575 金华0579 台州0576 苏州0512 无锡0510 常州0519 南通0513 徐州0516 扬州0514 镇江0511 盐城0515
  济南0531 青岛0532 烟台0535 潍坊0536 临沂0539 郑州0371 洛阳0379 长沙0731 福州0591 厦门0592 泉州0595
  合肥0551 南昌0791 石家庄0311 太原0351 长春0431 哈尔滨0451 大连0411 南宁0771 桂林0773 贵阳0851
  昆明0871 海口0898 三亚0898 乌鲁木齐0991 兰州0931 银川0951 西宁0971 呼和浩特0471 拉萨0891`
    .split(/\s+/)
    .map((entry) => {
      const digits = entry.search(/\d/)
      return [entry.slice(0, digits), entry.slice(digits)]
    }),
)

/** Districts that get a region of their own; the gazetteer knows where they are by their Chinese name. */
export const DISTRICTS: Readonly<Record<string, readonly (readonly [en: string, zh: string])[]>> = {
  北京: [
    ['Haidian', '海淀区'],
    ['Chaoyang', '朝阳区'],
    ['Dongcheng', '东城区'],
    ['Xicheng', '西城区'],
    ['Fengtai', '丰台区'],
    ['Tongzhou', '通州区'],
    ['Changping', '昌平区'],
    ['Daxing', '大兴区'],
  ],
  上海: [
    ['Xuhui', '徐汇区'],
    ['Changning', '长宁区'],
    ['Yangpu', '杨浦区'],
    ['Hongkou', '虹口区'],
    ['Baoshan', '宝山区'],
    ['Songjiang', '松江区'],
    ['Jiading', '嘉定区'],
  ],
  天津: [
    ['Nankai', '南开区'],
    ['Heping', '和平区'],
    ['Hexi', '河西区'],
    ['Hedong', '河东区'],
  ],
  重庆: [
    ['Jiulongpo', '九龙坡区'],
    ["Nan'an", '南岸区'],
    ['Yubei', '渝北区'],
    ['Jiangbei', '江北区'],
  ],
  南京: [
    ['Xuanwu', '玄武区'],
    ['Qinhuai', '秦淮区'],
    ['Jianye', '建邺区'],
    ['Jiangning', '江宁区'],
  ],
  武汉: [
    ["Jiang'an", '江岸区'],
    ['Huangpi', '黄陂区'],
    ['Jiangxia', '江夏区'],
  ],
  西安: [
    ['Yanta', '雁塔区'],
    ['Beilin', '碑林区'],
    ['Weiyang', '未央区'],
  ],
  杭州: [
    ['Xiaoshan', '萧山区'],
    ['Linping', '临平区'],
    ['Fuyang', '富阳区'],
  ],
  长沙: [
    ['Yuelu', '岳麓区'],
    ['Furong', '芙蓉区'],
    ['Kaifu', '开福区'],
  ],
}
