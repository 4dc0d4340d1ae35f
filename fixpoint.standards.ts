import type { Basis, Standard } from './src/domain/standards/standard.ts'
import type { SetHead } from './src/domain/standards/standard-set.ts'

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh })

/** Nobody was asked and nobody measured yet: said so, rather than made up. */
const ours: Basis = {
  kind: 'own',
  source: both(
    'Our own choice. It has not been held against a survey or another company yet.',
    '由我们自行确定，尚未与客户调查或同业对照。',
  ),
  since: null,
}

const threeGuarantees: Basis = {
  kind: 'law',
  source: both(
    'China: Provisions on Liability for Repair, Replacement and Return of Mobile Phones (“three guarantees”), in force since 15 November 2001. Not legal advice.',
    '《移动电话机商品修理更换退货责任规定》（手机“三包”规定），自2001年11月15日起施行。仅供了解，不构成法律意见。',
  ),
  since: '2001-11-15',
}

const everywhere = both('Everybody, at every touchpoint.', '所有客户，所有服务渠道。')
const everyOutlet = both('Every outlet that takes phones in.', '所有接收送修手机的网点。')
const claimIt = both(
  'Say so at the counter, to the hotline or at “Feedback and complaints” on this site, with your ticket code.',
  '可在柜台、服务热线或本站“反馈与投诉”提出，并提供维修单号。',
)
const sorry = both(
  'We tell you what went wrong, and put your matter first.',
  '我们说明原因，并优先处理您的事项。',
)

type Told = Pick<
  Standard,
  | 'id'
  | 'stage'
  | 'dimension'
  | 'fiveS'
  | 'concerns'
  | 'title'
  | 'promise'
  | 'measured'
  | 'kpi'
  | 'threshold'
  | 'target'
> &
  Partial<Standard>

const promise = (told: Told): Standard => ({
  ...{ audience: 'public', serves: null, category: 'micro', touchpoint: 'outlet', basis: ours },
  ...{ appliesTo: everyOutlet, remedy: sorry, claim: claimIt, owner: 'hq_quality' },
  ...{ countries: [], service: null, benchmark: null },
  ...told,
})

const law = (told: Told): Standard => ({
  ...promise({ category: 'macro', basis: threeGuarantees, countries: ['CN'], ...told }),
})

const within = (told: Told): Standard =>
  promise({
    ...{ audience: 'internal', appliesTo: both('Every outlet.', '所有网点。') },
    remedy: both(
      'The outlet’s manager says why and what changes.',
      '网点负责人说明原因和改进措施。',
    ),
    claim: both('Raised in the monthly review.', '在月度复盘中提出。'),
    owner: 'outlet_manager',
    ...told,
  })

const promises: readonly Standard[] = [
  promise({
    ...{ id: 'outlet-within-50-km', stage: 'find', dimension: 'tangibles', fiveS: 'standard' },
    ...{ concerns: 'experience', kpi: 'coverage', threshold: 50, target: 90, touchpoint: 'web' },
    title: both('An outlet within reach', '附近就有网点'),
    promise: both(
      'Nine in ten people live within 50 km, in a straight line, of an outlet that repairs.',
      '九成人口居住地50公里内（直线距离）有可维修的网点。',
    ),
    appliesTo: both('Countries that the network serves.', '服务网络覆盖的国家。'),
    measured: both(
      'Population within 50 km of an outlet that repairs, of all population, at the end of the month.',
      '月末距维修网点50公里内的人口占总人口的比例。',
    ),
    remedy: both(
      'Where no outlet is near, you send the phone in and ask the hotline how.',
      '附近没有网点时可以寄修，热线会告诉您怎么寄。',
    ),
    ...{ claim: both('Choose “Send it in”, or call the hotline.', '选择“寄修”，或拨打服务热线。') },
    category: 'macro',
  }),
  promise({
    ...{ id: 'genuine-outlet', stage: 'find', dimension: 'assurance', fiveS: 'sincere' },
    ...{ concerns: 'knowledge', kpi: 'answered_in_time', threshold: 24, target: 95 },
    ...{ touchpoint: 'web', appliesTo: everywhere },
    title: both('You can tell a genuine outlet', '网点真伪，一查便知'),
    promise: both(
      'The code on an outlet’s plaque tells you at once whether it is ours. Report a false one and a person answers within 24 hours.',
      '输入网点铭牌上的编码，立即知道是不是我们的网点；举报假冒网点，24小时内由专人回复。',
    ),
    measured: both(
      'Reports of false outlets answered by a person within 24 hours, of all such reports.',
      '假冒网点举报在24小时内由专人答复的比例。',
    ),
    claim: both('Check or report it at “Genuine?” on this site.', '在本站“网点验真”查验或举报。'),
  }),
  promise({
    ...{ id: 'hotline-answers', stage: 'ask', dimension: 'responsiveness', fiveS: 'speed' },
    ...{ concerns: 'behaviour', kpi: 'answered_in_time', threshold: 24, target: 95 },
    touchpoint: 'hotline',
    title: both('A hotline day and night', '热线全年24小时在线'),
    promise: both(
      'The hotline is there 24 hours a day, 365 days a year. Your question is answered within 24 hours.',
      '服务热线全年365天、每天24小时有人接听，您的问题24小时内得到答复。',
    ),
    appliesTo: both('Questions to the hotline.', '向服务热线提出的问题。'),
    measured: both(
      'Questions answered by a person within 24 hours, of all received. An automatic reply is no answer.',
      '24小时内由专人答复的问题占全部来电问题的比例，自动回复不算答复。',
    ),
  }),
  promise({
    ...{ id: 'hotline-solves', stage: 'ask', dimension: 'reliability', fiveS: 'satisfy' },
    ...{ concerns: 'knowledge', kpi: 'solved_in_time', threshold: 24, target: 95 },
    touchpoint: 'hotline',
    title: both('Solved, not only answered', '不只答复，还要解决'),
    promise: both(
      'What the hotline can solve is solved within 24 hours of your call.',
      '热线能够解决的问题，来电后24小时内解决。',
    ),
    appliesTo: both('Questions that need no repair.', '无需维修即可解决的问题。'),
    measured: both(
      'Questions solved within 24 hours, of all received; counted apart from those answered.',
      '24小时内解决的问题占全部来电问题的比例，与答复率分开统计。',
    ),
  }),
  promise({
    ...{ id: 'online-answer', stage: 'ask', dimension: 'responsiveness', fiveS: 'speed' },
    ...{ concerns: 'knowledge', kpi: 'answered_in_time', threshold: 24, target: 95 },
    touchpoint: 'web',
    title: both('Online questions: 24 hours', '在线提问24小时内答复'),
    promise: both(
      'Ask by web form, chat or under a help page, and a person answers within 24 hours.',
      '通过网页表单、在线客服或帮助页面提问，24小时内由专人答复。',
    ),
    appliesTo: both(
      'Web form, chat, questions under help pages.',
      '网页表单、在线客服、帮助页提问。',
    ),
    measured: both(
      'First answers of substance within 24 hours of reaching us, of all questions.',
      '自收到起24小时内给出首次实质答复的比例。',
    ),
  }),
  promise({
    ...{ id: 'letter-answer', stage: 'ask', dimension: 'responsiveness', fiveS: 'standard' },
    ...{ concerns: 'knowledge', kpi: 'answered_in_time', threshold: 48, target: 95 },
    touchpoint: 'web',
    title: both('E-mails and letters: 48 hours', '邮件来信48小时内答复'),
    promise: both(
      'An e-mail or a letter is answered within 48 hours of reaching us.',
      '电子邮件或信件，自我们收到起48小时内答复。',
    ),
    appliesTo: both('E-mails and letters to the network.', '发给服务网络的邮件和信件。'),
    measured: both(
      'First answers of substance within 48 hours of reaching us, of all received.',
      '自收到起48小时内给出首次实质答复的比例。',
    ),
  }),
  promise({
    ...{ id: 'called-in-15-minutes', stage: 'visit', dimension: 'responsiveness' },
    ...{ fiveS: 'smile', concerns: 'behaviour', kpi: 'called_in_time', threshold: 15, target: 90 },
    title: both('Called within 15 minutes', '15分钟内叫号'),
    promise: both(
      'You are called to the counter within 15 minutes of arriving.',
      '到店后15分钟内叫到您的号。',
    ),
    measured: both(
      'Visits called within 15 minutes of arrival, of all arrivals. Who left without being called is a miss.',
      '到店后15分钟内被叫号的比例；未被叫号就离开的算未达标。',
    ),
    remedy: both(
      'Tell us: the counter offers a booked time the same day where one is free.',
      '请告诉柜台，当天有空位的将为您安排预约时段。',
    ),
  }),
  promise({
    ...{ id: 'no-passcode', stage: 'visit', dimension: 'assurance', fiveS: 'sincere' },
    ...{ concerns: 'behaviour', kpi: 'complaint_rate', threshold: null, target: 0 },
    appliesTo: everywhere,
    title: both('Nobody asks for your passcode', '绝不索要锁屏密码'),
    promise: both(
      'We never ask for a passcode. Repair mode, a backup and taking out the SIM are explained before we begin.',
      '我们绝不索要手机密码。维修前会说明如何开启维修模式、备份数据和取出SIM卡。',
    ),
    measured: both(
      'Upheld complaints that a passcode was asked for, per 1,000 repairs. One is a miss.',
      '每千次维修中，经核实的“索要密码”投诉数；有一起即未达标。',
    ),
    remedy: both(
      'It is handled as an urgent complaint: a person calls within 2 hours.',
      '按紧急投诉处理，2小时内由专人联系您。',
    ),
  }),
  promise({
    ...{ id: 'price-before-work', stage: 'price', dimension: 'reliability', fiveS: 'sincere' },
    ...{ concerns: 'behaviour', kpi: 'quote_drift', threshold: null, target: 1 },
    title: both('The price before the work', '先报价，后维修'),
    promise: both(
      'You hear the price, and what saying no costs, before work begins. You pay no more than you agreed to.',
      '动手前告知价格以及不修的费用；您支付的金额不超过您同意的金额。',
    ),
    appliesTo: both('Every repair that costs you money.', '所有需要客户付费的维修。'),
    measured: both(
      'What was charged over the first price told, the middle one of all repairs.',
      '实收金额与首次报价之比的中位数。',
    ),
    remedy: both('What was charged beyond it is paid back.', '超出部分退还。'),
  }),
  promise({
    ...{ id: 'one-hour-repair', stage: 'repair', dimension: 'responsiveness', fiveS: 'speed' },
    ...{ concerns: 'skill', kpi: 'one_hour_rate', threshold: 60, target: 90 },
    service: 'one_hour',
    title: both('Repaired in one hour', '1小时快修'),
    promise: both(
      'A listed repair at an outlet with the one-hour mark is ready 60 minutes after you arrive.',
      '在有“1小时快修”标识的网点，清单内的维修自您到店起60分钟内修好。',
    ),
    appliesTo: both(
      'Listed models and faults, fixed when the phone is taken in.',
      '收机时确认在清单内的机型和故障。',
    ),
    measured: both(
      'Listed walk-ins repaired or exchanged within 60 minutes, of all of them. Open and unrepaired ones are misses.',
      '清单内到店维修在60分钟内修好或换机的比例；未完成、未修好的均算未达标。',
    ),
    remedy: both(
      'You needn’t wait: we post the phone back at our cost.',
      '您不必等候，修好后我们免费寄还。',
    ),
  }),
  promise({
    ...{ id: 'walk-in-3-days', stage: 'repair', dimension: 'reliability', fiveS: 'speed' },
    ...{ concerns: 'skill', kpi: 'turnaround_share', threshold: 3, target: 95 },
    title: both('Brought in: three days', '送修3天内完成'),
    promise: both('A phone you bring in is ready within 3 days.', '送到网点的手机3天内处理完毕。'),
    measured: both(
      'Walk-in repairs ready within 3 days (72 hours) of arrival, of all begun. Nothing stops this clock.',
      '自到店起3天（72小时）内完成的送修比例，计时不因任何原因暂停。',
    ),
    remedy: both(
      'We say why and by when, and waive our labour charge.',
      '我们说明原因和新的时间，并免收人工费。',
    ),
  }),
  promise({
    ...{ id: 'mail-in-10-days', stage: 'repair', dimension: 'reliability', fiveS: 'speed' },
    ...{ concerns: 'skill', kpi: 'turnaround_share', threshold: 10, target: 95 },
    touchpoint: 'web',
    title: both('Sent in: ten days door to door', '寄修10天内送回'),
    promise: both(
      'A phone you send in is back at your door within 10 days.',
      '寄修的手机从寄出到送回，10天内完成。',
    ),
    appliesTo: both('Repairs by post, both parcels included.', '寄修，含往返运输时间。'),
    measured: both(
      'Mail-in repairs delivered within 10 days of leaving you, of all begun.',
      '自寄出起10天内送达的寄修比例。',
    ),
    remedy: both(
      'We say why and by when, and pay both parcels.',
      '我们说明原因和新的时间，并承担往返运费。',
    ),
  }),
  promise({
    ...{ id: 'promised-time-kept', stage: 'repair', dimension: 'reliability', fiveS: 'sincere' },
    ...{ concerns: 'behaviour', kpi: 'promise_kept', threshold: null, target: 90 },
    title: both('The first time we told you counts', '首次承诺的时间算数'),
    promise: both(
      'Your phone is ready by the first time we gave you. A new time never replaces it in our figures.',
      '在首次告知您的时间之前修好；后来改约的时间不会改变我们的统计。',
    ),
    measured: both(
      'Ready by the first promised time, of all such times that fell due.',
      '按首次承诺时间完成的比例。',
    ),
    remedy: both(
      'We tell you before the time has passed, and waive our labour charge if it is missed by a day.',
      '到期前告知您；逾期一天以上免收人工费。',
    ),
  }),
  law({
    ...{ id: 'three-guarantees', stage: 'repair', dimension: 'assurance', fiveS: 'standard' },
    ...{ concerns: 'knowledge', kpi: 'complaint_rate', threshold: null, target: 0 },
    title: both('Three guarantees: refund, exchange, repair', '三包：退货、换货、修理'),
    promise: both(
      'For a listed fault: day 1 to 7 refund, exchange or repair; day 8 to 15 exchange or repair. In warranty, the same listed fault after two recorded repairs: exchange. Not fixed in 7 days: a loaner. No part for 60 days: exchange.',
      '出现规定的性能故障：7日内可退货、换货或修理，第8至15日可换货或修理；保修期内经两次修理仍出现的，凭修理记录免费换货；7日内未修好的免费提供备用机；60日内未提供零配件的免费换货。',
    ),
    appliesTo: both(
      'Phones bought in China, from the invoice date. Refund and exchange are owed by the seller, on our inspection report.',
      '在中国购买的手机，自发票日期起算；退货、换货由销售商凭我们出具的检测单办理。',
    ),
    measured: both(
      'Upheld complaints that a right was refused, per 1,000 repairs. One is a miss.',
      '每千次维修中，经核实的“拒绝三包权利”投诉数；有一起即未达标。',
    ),
    remedy: both('What the law gives you, at once.', '立即按规定办理。'),
    claim: both(
      'Bring invoice and phone to any outlet. You may also turn to 12315.',
      '携带发票和手机到任一网点；也可拨打12315。',
    ),
  }),
  law({
    ...{ id: 'repair-record', stage: 'repair', dimension: 'assurance', fiveS: 'standard' },
    ...{ concerns: 'skill', kpi: 'records_complete', threshold: null, target: 100 },
    title: both('A repair record, and a test before you', '修理记录齐全，当面测试'),
    promise: both(
      'The record names date in, reported fault, cause, handling and date out, and you sign it. The phone is tested before you.',
      '修理记录写明送修日期、故障现象、故障原因、处理情况和取机日期，由您签字；交机时当面测试。',
    ),
    appliesTo: both('Every repair in China.', '在中国境内的所有维修。'),
    measured: both(
      'Repairs whose record has every field, of all closed.',
      '记录项目齐全的维修占全部结案维修的比例。',
    ),
    remedy: both('We complete the record and test once more.', '补全记录，并再次当面测试。'),
  }),
  promise({
    ...{ id: 'message-at-each-step', stage: 'news', dimension: 'empathy', fiveS: 'smile' },
    ...{ concerns: 'experience', kpi: 'told_in_time', threshold: 60, target: 95 },
    touchpoint: 'web',
    title: both('A message at each step', '每一步都有消息'),
    promise: both(
      'You get a message at each step that matters, within the hour; between 21:00 and 8:00 only what you wait for.',
      '每个重要步骤一小时内通知您；21:00至次日8:00只发您正在等的消息。',
    ),
    appliesTo: both(
      'Every repair with a contact that can be reached.',
      '所有留有有效联系方式的维修。',
    ),
    measured: both(
      'Messages sent within 60 minutes of their step, or of 8:00, of all that were due.',
      '步骤发生后（夜间自8:00起）60分钟内发出的消息占应发消息的比例。',
    ),
  }),
  promise({
    ...{ id: 'unrepaired-return', stage: 'back', dimension: 'reliability', fiveS: 'sincere' },
    ...{ concerns: 'skill', kpi: 'unrepaired_share', threshold: null, target: 10 },
    title: both('Not repaired counts against us', '没修好，算我们的'),
    promise: both(
      'If we can’t repair it you get it back as it was, and are told why. In no figure of ours is that a success.',
      '修不好的，原机原样退还并说明原因；在我们的任何指标里都不算成功。',
    ),
    measured: both(
      'Phones returned unrepaired, by reason, of all closed repairs.',
      '未维修退还的手机占全部结案维修的比例，并按原因列出。',
    ),
    remedy: both('No charge that you weren’t told before.', '未事先告知的费用一律不收。'),
  }),
  promise({
    ...{ id: 'no-repeat-in-30-days', stage: 'back', dimension: 'reliability', fiveS: 'satisfy' },
    ...{ concerns: 'skill', kpi: 'repeat_rate', threshold: 30, target: 3 },
    title: both('Repaired once and for all', '一次修好'),
    promise: both(
      'At most three in a hundred phones come back within 30 days, whatever the reason.',
      '30天内返修的手机不超过3%，不论什么原因都计入。',
    ),
    measured: both(
      'Phones back within 30 days, any fault, also after an unrepaired return, of all handed over.',
      '交还后30天内再次送修的比例，任何故障都计入，未修退还的也计入。',
    ),
    remedy: both(
      'It goes to the front of the queue, and somebody else checks it.',
      '优先处理，并由另一名工程师复检。',
    ),
  }),
  law({
    ...{ id: 'works-30-days', stage: 'back', dimension: 'assurance', fiveS: 'standard' },
    ...{ concerns: 'skill', kpi: 'attributable_repeat', threshold: 30, target: 0 },
    title: both('A repaired phone works for 30 days', '修好后保证正常使用30日'),
    promise: both(
      'A repaired phone must work for 30 days.',
      '修理后的手机应当能正常使用30日以上。',
    ),
    appliesTo: both('Repairs in China.', '在中国境内的维修。'),
    measured: both(
      'Phones back within 30 days with the same symptom, by part or workmanship, of all handed over.',
      '30日内因同一故障（配件或工艺原因）返修的比例。',
    ),
    remedy: both('It is repaired again without charge.', '免费再次修理。'),
    claim: both(
      'Bring phone and repair record to any outlet. You may also turn to 12315.',
      '携带手机和修理记录到任一网点；也可拨打12315。',
    ),
  }),
  promise({
    ...{ id: 'complaint-contact', stage: 'after', dimension: 'empathy', fiveS: 'smile' },
    ...{ concerns: 'behaviour', kpi: 'answered_in_time', threshold: 24, target: 95 },
    ...{ touchpoint: 'hotline', appliesTo: everywhere },
    title: both('Complain, and a person calls within 24 hours', '投诉24小时内专人联系'),
    promise: both(
      'A person tries to reach you within 24 hours of your complaint reaching us.',
      '自收到投诉起24小时内，由专人与您联系。',
    ),
    measured: both(
      'Complaints with a first try by a person within 24 hours, of all with a contact.',
      '留有联系方式的投诉在24小时内由专人首次联系的比例。',
    ),
    remedy: both('The complaint goes to the next level by itself.', '投诉自动升级到上一级处理。'),
  }),
  promise({
    ...{ id: 'complaint-answer', stage: 'after', dimension: 'responsiveness', fiveS: 'satisfy' },
    ...{ concerns: 'behaviour', kpi: 'answered_in_time', threshold: 120, target: 95 },
    ...{ touchpoint: 'hotline', appliesTo: everywhere },
    title: both('An answer within five days', '投诉5天内答复'),
    promise: both(
      'A complaint is answered within 5 calendar days, with what we do and how to disagree.',
      '自收到投诉起5个自然日内给出答复，说明处理结果以及不同意时的途径。',
    ),
    measured: both(
      'Complaints answered within 5 days of reaching us, of all received. Silence is a miss.',
      '自收到起5个自然日内答复的投诉比例；逾期未答算未达标。',
    ),
    remedy: both('The complaint goes to the next level by itself.', '投诉自动升级到上一级处理。'),
  }),
  promise({
    ...{ id: 'urgent-complaint', stage: 'after', dimension: 'assurance', fiveS: 'speed' },
    ...{ concerns: 'behaviour', kpi: 'answered_in_time', threshold: 2, target: 95 },
    ...{
      touchpoint: 'hotline',
      appliesTo: both(
        'Safety, personal data, dates set by law.',
        '涉及安全、个人数据或法定期限的事项。',
      ),
    },
    title: both('Urgent: two hours, at any hour', '紧急事项2小时内联系'),
    promise: both(
      'Where safety, your data or a legal date is at stake a person calls within 2 hours, day or night, and answers within 2 days.',
      '涉及安全、个人数据或法定期限的，不分昼夜2小时内由专人联系，2天内答复。',
    ),
    measured: both(
      'Urgent complaints with a first try by a person within 2 hours, of all urgent ones.',
      '紧急投诉在2小时内由专人首次联系的比例。',
    ),
    remedy: both('Headquarters takes it over.', '由总部直接接手处理。'),
  }),
]

const minima: readonly Standard[] = [
  within({
    ...{ id: 'counter-call', serves: 'called-in-15-minutes', stage: 'visit' },
    ...{ dimension: 'responsiveness', fiveS: 'smile', concerns: 'behaviour' },
    ...{ kpi: 'called_in_time', threshold: 12, target: 90 },
    title: both('Call within 12 minutes', '12分钟内叫号'),
    promise: both(
      'Open a second seat once somebody waits 8 minutes.',
      '有客户等候满8分钟即增开座席。',
    ),
    measured: both('Called within 12 minutes, of all arrivals.', '到店12分钟内叫号的比例。'),
  }),
  within({
    ...{ id: 'bench-hour', serves: 'one-hour-repair', stage: 'repair', service: 'one_hour' },
    ...{ dimension: 'responsiveness', fiveS: 'speed', concerns: 'skill' },
    ...{ kpi: 'one_hour_rate', threshold: 50, target: 90 },
    title: both('One-hour repairs in 50 minutes', '快修50分钟内完成'),
    promise: both(
      'Ready 50 minutes after arrival: ten are for the final check.',
      '到店50分钟内修好，留10分钟质检。',
    ),
    measured: both(
      'Ready within 50 minutes, of all listed walk-ins.',
      '清单内到店维修50分钟内完成的比例。',
    ),
  }),
  within({
    ...{ id: 'walk-in-pace', serves: 'walk-in-3-days', stage: 'repair' },
    ...{ dimension: 'reliability', fiveS: 'speed', concerns: 'skill' },
    ...{ kpi: 'turnaround_share', threshold: 3, target: 97 },
    title: both('Three days, 97 in a hundred', '3天完成率97%'),
    promise: both('Order the missing part on the day of the finding.', '检测当天即申请所缺备件。'),
    measured: both('Ready within 3 days, of all walk-ins begun.', '3天内完成的送修比例。'),
  }),
  within({
    ...{ id: 'first-time-fix', stage: 'repair', dimension: 'reliability', fiveS: 'standard' },
    ...{ concerns: 'skill', kpi: 'first_time_fix', threshold: null, target: 90 },
    title: both('Fixed the first time', '一次修复率'),
    promise: both('No second trip and not back within 30 days.', '无需二次到店，30天内不返修。'),
    measured: both('As the KPI registry says.', '按指标库口径。'),
  }),
  within({
    ...{ id: 'own-held-time', stage: 'repair', dimension: 'responsiveness', fiveS: 'speed' },
    ...{ concerns: 'skill', kpi: 'own_held_time', threshold: null, target: 20 },
    title: both('Time in our own hands', '网点自身占用时长'),
    promise: both(
      'Half of all phones wait 20 hours or less because of us.',
      '因网点原因占用的时长中位数不超过20小时。',
    ),
    measured: both('Median hours charged to the outlet.', '计入网点责任的时长中位数。'),
  }),
  within({
    ...{ id: 'complaint-report', serves: 'complaint-answer', stage: 'after' },
    ...{ dimension: 'responsiveness', fiveS: 'sincere', concerns: 'behaviour' },
    ...{ kpi: 'answered_in_time', threshold: 48, target: 95 },
    title: both('Report on a complaint within 48 hours', '投诉48小时内提交调查报告'),
    promise: both(
      'Contact, technician’s statement, what happened, cause and remedy within 48 hours.',
      '48小时内提交联系情况、工程师说明、经过、原因和处理意见。',
    ),
    measured: both(
      'Reports in 48 hours of the first assignment, of all.',
      '首次派单后48小时内提交的比例。',
    ),
  }),
  within({
    ...{ id: 'old-parts-back', stage: 'back', dimension: 'reliability', fiveS: 'standard' },
    ...{ concerns: 'behaviour', kpi: 'old_part_recovery', threshold: null, target: 95 },
    ...{ title: both('Old parts go back', '旧件返还'), owner: 'hq_supply' },
    promise: both(
      'Replaced parts that are ours return by their due date.',
      '应返还的旧件按期返还。',
    ),
    measured: both('Returned by due date, of all due.', '按期返还的旧件占应返还的比例。'),
  }),
]

/** The demonstration's set. A deployment edits it at the desk; this is what an empty database begins with. */
export const defaultSet: SetHead & { readonly standards: readonly Standard[] } = {
  number: 'FX-S-2026-01',
  scope: both(
    'Walk-in and mail-in repair, hotline and web. Not covered: repairs by others, and goods of other makers.',
    '适用于送修、寄修、服务热线和网站；不适用于他人实施的维修和其他品牌产品。',
  ),
  supervisor: both('Quality department at headquarters', '总部品质管理部'),
  standards: [...promises, ...minima],
}
