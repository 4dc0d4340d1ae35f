import type { coverage as en } from '../en/coverage.ts'

export const coverage: Record<keyof typeof en, string> = {
  'coverage.title': '离维修网点有多远',
  'coverage.description':
    '有多少人居住在可当场维修手机的网点25、50、100公里范围内，以及哪些地方附近还没有网点。',
  'coverage.sentence': '在统计人口中，{share}居住在可当场维修的网点{km}公里范围内。',
  'coverage.basis':
    '统计{places}个地方的{people}人；截至{date}，可当场维修且正常营业的网点有{outlets}家。',
  'coverage.within': '{km}公里内',
  'coverage.network': '全国网点',
  'coverage.by_division': '各地区',
  'coverage.division': '地区',
  'coverage.of_people': '共{people}人',
  'coverage.unplaced': '地区不详',
  'coverage.people': '统计人口',
  'coverage.far': '附近没有网点的地方',
  'coverage.far_intro': '距离所有可维修网点均超过{km}公里、人口最多的地方。',
  'coverage.far_none': '所有统计地方距离可维修网点均不超过{km}公里。',
  'coverage.place': '地方',
  'coverage.nearest': '最近的网点',
  'coverage.openings': '在哪里新设网点最有用',
  'coverage.openings_intro': '依次列出：新设网点后，能覆盖最多目前{km}公里内没有网点的人口的地方。',
  'coverage.gained': '可新增覆盖人口',
  'coverage.weak': '这些数据的不足',
  'coverage.weak_places':
    '人口按城镇所在地点计算，视为都住在同一处。GeoNames未收录的地方的居民没有计入，部分人口数据也较旧。',
  'coverage.weak_distance':
    '距离为地面直线距离，遇到河流或山地实际路程会更长。网点营业时间长短和可维修的项目未计入。',
  'coverage.weak_unfrozen': '与其他公布数据不同，这些数据不冻结，每次更新网站时重新计算。',
  'coverage.source': '地点与人口：GeoNames，CC BY 4.0。',
  'coverage.file': '以文件形式下载这些数据（JSON）',
}
