import type { scorecards as en } from '../en/scorecards.ts'

export const scorecards: Record<keyof typeof en, string> = {
  'scorecards.criterion.parts_fill': '备件满足率',
  'scorecards.group.quality': '质量',
  'scorecards.group.speed': '时效',
  'scorecards.group.voice': '客户评价',
  'scorecards.group.conduct': '规范',
  'scorecards.group.supply': '供应',
  'scorecards.title': '网点考核办法',
  'scorecards.description': '每月如何给维修网点计分，以及网点如何被要求整改、暂停或取消资格。',
  'scorecards.intro': '每个维修网点每月都有一个得分。这里说明如何计分，以及得分带来的后果。',
  'scorecards.table': '计分项目',
  'scorecards.criterion': '项目',
  'scorecards.points': '分值',
  'scorecards.none_at': '零分',
  'scorecards.all_at': '满分',
  'scorecards.not_yet': '暂未统计',
  'scorecards.between':
    '两者之间按直线计分，只舍不入。每项均采用统一口径的数据，取已最终确定的最近月份。',
  'scorecards.rules': '计分规则',
  'scorecards.rule.cases': '当月不足{least}例的，合并三个月计算；仍不足的，该项不计。',
  'scorecards.rule.score': '得分为适用分中实得的百分比；适用分不足{least}分的不计分。',
  'scorecards.rule.marks': '{pass}分合格；{three}、{four}、{five}分分别为三星、四星、五星。',
  'scorecards.process': '网点不合格时',
  'scorecards.process.review':
    '连续{failing}个月不合格，或{within}个月内有{breaches}个月超出随机波动范围（样本量不少于{cases}）的，由专人复核。数据本身不作决定。',
  'scorecards.process.notice':
    '网点收到整改通知后，{reply}日内回复，其后有{cure}日整改期；期满由未参与发出通知的专人决定。',
  'scorecards.process.suspend':
    '危及人身安全、欺诈、窃取数据或使用假冒备件的，立即暂停：{hours}小时内告知理由，{days}日内由他人复查。',
  'scorecards.process.appeal':
    '被取消资格的网点可在{appeal}日内申诉，由未参与此前决定的人处理。整改到位的网点可重新取得资格。',
  'scorecards.process.effect':
    '决定立即生效：停止预约，铭牌查验同步显示，并通知已预约的客户。网点页面简要列明决定及日期；得分不对外公布。',
  'scorecards.history': '资格记录',
  'scorecards.history.on_notice': '{date} 起限期整改',
  'scorecards.history.suspended': '{date} 起暂停',
  'scorecards.history.disqualified': '{date} 起取消授权',
  'scorecards.history.qualified': '{date} 恢复资格',
  'scorecards.history.method': '如何决定',
}
