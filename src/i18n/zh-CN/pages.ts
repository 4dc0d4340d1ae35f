import type { pages as en } from '../en/pages.ts'

export const pages: Record<keyof typeof en, string> = {
  'pages.not_found.title': '没有这个页面',
  'pages.not_found.text':
    '网址可能有误（网址中的网点编号须用小写字母），或者该网点已退出服务网络。输入地点，即可查找附近的网点。',
  'pages.not_found.home': '回到首页',

  'pages.home.title': '手机有问题，附近有帮手',
  'pages.home.need': '您需要什么服务？',
  'pages.home.need_any': '不限',
  'pages.home.tasks': '您可以在这里办理',
  'pages.home.book.title': '预约维修',
  'pages.home.book.text': '先看参考价格，再选最近或最早可约的网点，也可以寄修。无需注册。',
  'pages.home.book.link': '从故障开始',
  'pages.home.follow.title': '查询维修进度',
  'pages.home.follow.text':
    '手机在哪里、由谁处理、何时完成、需要您确认什么。用维修单号或我们发送的链接查询。',
  'pages.home.follow.link': '去查询',
  'pages.home.faults': '手机出了什么问题？',
  'pages.home.fault_note': '价格为手机保修期外的参考价，含配件和工时。动手维修前会告知您准确费用。',
  'pages.home.verify.title': '这家网点是真的吗？',
  'pages.home.verify.text': '市面上有冒牌网点。交出手机之前，请先核验柜台上的铭牌编号。',
  'pages.home.verify.link': '核验铭牌编号',
  'pages.home.call.title': '人工服务',
  'pages.home.call.text': '服务热线全年 365 天、每天 24 小时接听。',
  'pages.home.call.link': '拨打 {phone}',
  'pages.home.network': '服务网络',
  'pages.home.outlets': '家网点',
  'pages.home.cities': '个城市',
  'pages.home.one_hour': '家提供 1 小时快修',
  'pages.home.counted': '统计日期：{date}。',
  'pages.home.demo': '其中 {count} 家为演示数据，并不存在。',
  'pages.home.demo_all': '全部为演示数据，并不存在。',
  'pages.home.regions': '按地区查找网点',

  'pages.region.title': '{region}的服务网点',
  'pages.region.count.one': '{count} 家网点',
  'pages.region.count.other': '{count} 家网点',
  'pages.region.description': '{region}共有 {count}，提供营业时间、服务项目和到店指引。',
  'pages.region.none': '该地区目前没有网点。',
  'pages.region.below': '选择地区',
  'pages.region.outlets': '本地区全部网点',
  'pages.region.suspended': '暂停营业',
  'pages.region.by_distance': '查找离我最近的网点',

  'pages.about.title': '关于本站',
  'pages.about.what':
    '{brand} 为您的手机提供售后服务。本站回答三个问题：哪家网点能帮到您，现在是否营业，是否为正规网点。',
  'pages.about.how':
    '本站绝大部分内容是根据服务网络自身的记录生成的静态页面，本次生成于{date}。其间的变化（例如某网点今天暂停营业）会立即反映在铭牌核验中，页面则在下次生成时更新。',
  'pages.about.distances':
    '距离为地球椭球面（WGS 84）上的直线距离，不是路程。营业时间以各网点为准；法定节假日依据官方日历，日历未覆盖的日期，我们会注明“待确认”，而不作猜测。',
  'pages.about.data': '数据来源',
  'pages.about.geonames': '地名、位置与人口：{source}，{licence}。',
  'pages.about.natural_earth':
    '地图轮廓：Natural Earth，公有领域。该数据按实际控制线绘制，不代表对任何主张的立场。',
  'pages.about.zip': '美国邮政编码位置：美国人口普查局，经由 vega-datasets。',
  'pages.about.holidays':
    '法定节假日：中国依据国务院办公厅通知（chinese-days），其他国家和地区依据 date-holidays（{licence}）。',
  'pages.about.software': '使用的软件',
  'pages.about.package': '软件包',
  'pages.about.version': '版本',
  'pages.about.licence': '许可证',

  'pages.privacy.title': '隐私',
  'pages.privacy.short':
    '使用本站无需注册。本站不设置 Cookie，不加载其他公司的内容，也不统计访客。',
  'pages.privacy.search.title': '查找网点时',
  'pages.privacy.search.text':
    '启用 JavaScript 时，查找在您的设备上进行：您输入的内容只留在设备上和页面网址中。如果您允许浏览器提供位置，该位置只在您的设备上使用，绝不会发送给我们。未启用 JavaScript 时，您输入的地点会发送到服务器用于查找，不会与您的任何信息一起保存。',
  'pages.privacy.verify.title': '核验铭牌编号时',
  'pages.privacy.verify.text': '编号会发送到服务器查询。我们不记录是谁查询的。',
  'pages.privacy.maps.title': '使用地图导航时',
  'pages.privacy.maps.text':
    '链接会打开您选择的地图。它只告诉该公司网点在哪里，不会告诉它您从哪个页面来。此后适用该公司的规则。',
  'pages.privacy.server.title': '服务器记录什么',
  'pages.privacy.server.text':
    '日志只记录请求类型、应答结果和耗时，不含姓名、号码或位置。托管本站的公司会看到您的 IP 地址，否则无法把页面送达给您。',
  'pages.privacy.ask.title': '如有疑问',
  'pages.privacy.ask.text': '请拨打服务热线：{phone}。',

  'pages.accessibility.title': '无障碍',
  'pages.accessibility.aim':
    '本站面向所有人：无论在强光下、单手操作、使用旧手机，还是使用读屏软件。我们以 WCAG 2.2 AA 级为目标。',
  'pages.accessibility.done.title': '我们的做法',
  'pages.accessibility.done.keyboard': '所有功能均可用键盘操作，焦点始终可见。',
  'pages.accessibility.done.script':
    '不启用 JavaScript 也能使用全部功能。地图只是补充，列表包含地图上的全部信息。',
  'pages.accessibility.done.colour': '不单靠颜色传达信息。浅色、深色与高对比度模式跟随系统设置。',
  'pages.accessibility.done.motion': '页面上没有自动播放的动态效果。',
  'pages.accessibility.done.outlets': '每家网点都注明能否无障碍通行；尚不清楚的也如实说明。',
  'pages.accessibility.tests.title': '我们怎样测试',
  'pages.accessibility.tests.text':
    '每次改动，都会用 axe 对各类页面进行自动检查，涵盖两种语言、浅色与深色、窄屏与宽屏。自动检查只能发现一部分问题；与读屏软件使用者一起进行的测试尚未开展。',
  'pages.accessibility.report.title': '遇到障碍？',
  'pages.accessibility.report.text': '请拨打服务热线告诉我们：{phone}，全天候接听。',
}
