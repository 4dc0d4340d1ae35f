import type { verify as en } from '../en/verify.ts'

export const verify: Record<keyof typeof en, string> = {
  'verify.title': '网点验真',
  'verify.refused_title': '错误：{title}',
  'verify.intro':
    '我们的每个网点在门口或柜台都有一块带编号的铭牌。交出手机之前，请先在这里核验铭牌编号。',
  'verify.label': '铭牌编号',
  'verify.hint': '8 位字母或数字加 1 位校验码，例如 {code}。大小写、空格和短横线不影响查询。',
  'verify.check': '查询',
  'verify.again': '查询其他编号',
  'verify.code_read': '您查询的编号：{code}。',
  'verify.empty': '请输入铭牌编号。',
  'verify.mistyped': '这不是有效的铭牌编号。请逐位核对：应为 8 位字母或数字加 1 位校验码。',
  'verify.outlet_code':
    '{code} 像是网点编号。网点编号公开显示在本站，不能证明真伪。请输入铭牌上的铭牌编号：8 位字母或数字加 1 位校验码。',
  'verify.authorised.title': '正规网点',
  'verify.authorised.text': '该铭牌属于以下网点。请核对名称和地址是否与您所在的地点一致。',
  'verify.suspended.title': '正规网点，目前暂停服务',
  'verify.suspended.text': '该铭牌属于以下网点，该网点目前暂停服务，请暂勿将手机留在那里。',
  'verify.disqualified.title': '已不属于本服务网络',
  'verify.disqualified.text':
    '该铭牌曾属于以下网点，该网点已无权以我们的名义维修，请勿将手机留在那里。',
  'verify.closed.title': '该网点已关闭',
  'verify.closed.text': '该铭牌曾属于以下网点，该网点已永久关闭。如今出示此铭牌者与我们无关。',
  'verify.revoked.title': '该铭牌已作废',
  'verify.revoked.text':
    '以下网点的这块铭牌已遗失、被盗或被仿制，我们已将其作废。请以地址为准，不要相信此铭牌。',
  'verify.unknown.title': '不是我们的铭牌',
  'verify.unknown.text':
    '没有网点使用此编号。请再与铭牌核对一遍；如果一致，则铭牌是伪造的：请勿交出手机，并告知我们。',
  'verify.fact.name': '网点',
  'verify.fact.address': '地址',
  'verify.fact.since': '加入服务网络',
  'verify.fact.disqualified_since': '取消授权日期',
  'verify.fact.closed_on': '关闭日期',
  'verify.fact.suspended_until': '暂停服务至',
  'verify.fact.reason': '原因',
  'verify.page': '查看该网点页面',
  'verify.find': '查找附近的正规网点',
  'verify.call': '致电我们：{phone}',
}
