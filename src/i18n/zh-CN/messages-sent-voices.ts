import type { messagesSentVoices as en } from '../en/messages-sent-voices.ts'

export const messagesSentVoices: Record<keyof typeof en, string> = {
  'messages_sent.feedback_received': '留言编号{code}',
  'messages_sent.feedback_answered': '您的留言已答复，解决了吗？',
  'messages_sent.complaint_registered': '投诉编号{code}',
  'messages_sent.complaint_answered': '您的投诉已答复，是否认可？',
  'messages_sent.survey_invitation': '请评价本次服务，好坏都可直说',
  'messages_sent.survey_reminder': '欢迎评价本次服务，仅提醒一次',
  'message_frame.reference': '编号：{code}',
  'message_frame.voice_subject': '您的留言与投诉 {code}',
}
