/** What is sent about feedback, complaints and surveys; within the same lengths as messages-sent.ts. */
export const messagesSentVoices = {
  'messages_sent.feedback_received':
    'We have your message. Your reference is {code}. See who answers and by when:',
  'messages_sent.feedback_answered': 'We have answered your message. Is it solved?',
  'messages_sent.complaint_registered':
    'We have your complaint. Your reference is {code}. See what happens:',
  'messages_sent.complaint_answered': 'We have answered your complaint. Agree or disagree:',
  'messages_sent.survey_invitation': 'How was our service? Two minutes, good or bad:',
  'messages_sent.survey_reminder': 'You can still tell us how our service was. We ask no more:',
  'message_frame.reference': 'Reference: {code}',
  'message_frame.voice_subject': 'Your message to us, {code}',
} as const
