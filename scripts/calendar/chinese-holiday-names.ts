/** Names the package lacks in simplified Chinese, by its English name. */
const NAMES: Readonly<Record<string, string>> = {
  "New Year's Day": '元旦',
  'Martin Luther King Jr. Day': '马丁·路德·金纪念日',
  "Washington's Birthday": '华盛顿诞辰日（总统日）',
  'Memorial Day': '阵亡将士纪念日',
  Juneteenth: '六月节',
  'Independence Day': '独立日',
  'Labor Day': '劳工节',
  'Columbus Day': '哥伦布日',
  'Veterans Day': '退伍军人节',
  'Thanksgiving Day': '感恩节',
  'Christmas Day': '圣诞节',
  'Boxing Day': '节礼日',
  'Good Friday': '耶稣受难日',
  'Easter Monday': '复活节星期一',
  'Easter Sunday': '复活节',
  'Ascension Day': '耶稣升天节',
  'Whit Monday': '圣灵降临节星期一',
  'All Saints’ Day': '诸圣节',
  'Labour Day': '劳动节',
  'National Holiday': '国庆日',
}

const SUBSTITUTE = ' (substitute day)'

/** The Chinese name of a holiday: ours, else the package's where it is Chinese, else the English one. */
export function chineseHolidayName(english: string, packaged: string): string {
  const plain = english.replace(SUBSTITUTE, '')
  const name = NAMES[plain] ?? (/\p{Script=Han}/u.test(packaged) ? packaged : plain)
  return plain === english ? name : `${name}（补休）`
}
