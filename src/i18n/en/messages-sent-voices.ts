/** What is sent about feedback, complaints and surveys; within the same lengths as messages-sent.ts. */
export const messagesSentVoices = {
  'messages_sent.feedback_received':
    'We have your message. Your reference is {code}. See who answers and by when:',
  'messages_sent.feedback_answered': 'We have answered your message. Is it solved?',
  'messages_sent.complaint_registered':
    'We have your complaint. Your reference is {code}. See what happens:',
  'messages_sent.complaint_answered': 'We have answered your complaint. Agree or disagree:',
  'messages_sent.complaint_contact_missed':
    'We tried to reach you about your complaint and could not. See where it stands:',
  'messages_sent.complaint_closed_agreed':
    'Your complaint is closed, as you agreed with our answer:',
  'messages_sent.complaint_closed_no_reply':
    'We had no reply to our answer and closed your complaint. You can still bring it back:',
  'messages_sent.complaint_closed_withdrawn':
    'You withdrew your complaint, so it is closed. You can still bring it back:',
  'messages_sent.complaint_closed_not_a_complaint':
    'We took your complaint as something else and closed it. You can still bring it back:',
  'messages_sent.complaint_closed_merged':
    'We go on with your complaint together with another one:',
  'messages_sent.complaint_closed_final':
    'Our answer to your complaint stands. {help} can help you too:',
  'messages_sent.survey_invitation': 'How was our service? Two minutes, good or bad:',
  'messages_sent.survey_reminder': 'You can still tell us how our service was. We ask no more:',
  'message_frame.outside_help': 'A body outside',
  'message_frame.reference': 'Reference: {code}',
  'message_frame.voice_subject': 'Your message to us, {code}',
} as const
