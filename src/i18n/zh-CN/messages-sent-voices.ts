import type { messagesSentVoices as en } from '../en/messages-sent-voices.ts'

export const messagesSentVoices: Record<keyof typeof en, string> = {
  'messages_sent.feedback_received': '留言编号{code}',
  'messages_sent.feedback_answered': '您的留言已答复，解决了吗？',
  'messages_sent.complaint_registered': '投诉编号{code}',
  'messages_sent.complaint_answered': '您的投诉已答复，是否认可？',
  'messages_sent.complaint_contact_missed': '曾联系您但未接通，请查看进度',
  'messages_sent.complaint_closed_agreed': '您认可答复，投诉已办结',
  'messages_sent.complaint_closed_no_reply': '答复后未获回复，投诉已结案',
  'messages_sent.complaint_closed_withdrawn': '您已撤回投诉，现已结案',
  'messages_sent.complaint_closed_not_a_complaint': '您的投诉经核实改按其他事项结案',
  'messages_sent.complaint_closed_merged': '您的投诉已并案，继续处理',
  'messages_sent.complaint_closed_final': '投诉终结，可找{help}',
  'messages_sent.survey_invitation': '请评价本次服务，好坏都可直说',
  'messages_sent.survey_reminder': '欢迎评价本次服务，仅提醒一次',
  'message_frame.outside_help': '外部机构',
  'message_frame.reference': '编号：{code}',
  'message_frame.voice_subject': '您的留言与投诉 {code}',
}
