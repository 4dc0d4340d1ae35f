/**
 * What is sent to customers. As a text message each sentence stands between the signature and the
 * link, in 160 letters of the GSM alphabet with both; as an e-mail it opens the letter.
 */
export const messagesSent = {
  'messages_sent.ticket_code': 'Booked. Your ticket code is {code}. Visit, move or cancel:',
  'messages_sent.ticket_code_no_visit':
    'Accepted. Please bring your phone. Your ticket code is {code}:',
  'messages_sent.ticket_code_mail_in':
    'Accepted. Your ticket code is {code}. How to pack and send your phone:',
  'messages_sent.code_again': 'Your ticket code is {code}. See how it stands:',
  'messages_sent.visit_moved': 'Your visit is now on {time}:',
  'messages_sent.visit_cancelled': 'Sorry, we had to cancel your visit. Please book another time:',
  'messages_sent.visit_stopped':
    "Sorry, we can't keep your visit on {time}. Please choose another time:",
  'messages_sent.received': 'We have your phone. Your ticket code is {code}. Follow the repair:',
  'messages_sent.answer_needed': 'We need your answer by {time} before the repair goes on:',
  'messages_sent.answer_reminder': 'We still need your answer by {time}:',
  'messages_sent.answer_reminder_last':
    'Last reminder: without your answer by {time} your phone comes back unrepaired:',
  'messages_sent.part_date': 'We are waiting for a part, due {date}:',
  'messages_sent.ready_repaired': 'Your phone is repaired. Collect it at {outlet}:',
  'messages_sent.ready_repaired_post': 'Your phone is repaired. It is about to be sent back:',
  'messages_sent.ready_exchanged': 'Your replacement phone is ready. Collect it at {outlet}:',
  'messages_sent.ready_exchanged_post':
    'Your replacement phone is ready. It is about to be sent to you:',
  'messages_sent.ready_certified':
    'Your inspection report is issued. Collect it with your phone and take it to your seller:',
  'messages_sent.ready_certified_post':
    'Your inspection report is issued. It comes back with your phone:',
  'messages_sent.ready_refunded': 'Your refund is approved and on its way to you:',
  'messages_sent.not_repaired': 'Your phone was not repaired. Why, and how to collect it:',
  'messages_sent.not_repaired_post':
    'Your phone was not repaired and is about to be sent back. Why:',
  'messages_sent.returned_as_it_was':
    'Not repaired, as agreed. Your phone is ready to collect as it was:',
  'messages_sent.returned_as_it_was_post':
    'Not repaired, as agreed. Your phone is about to be sent back as it was:',
  'messages_sent.returned_no_answer':
    'We had no answer, so your phone was not repaired. It is ready to collect:',
  'messages_sent.returned_no_answer_post':
    'We had no answer, so your phone was not repaired. It is about to be sent back:',
  'messages_sent.moving': 'Your phone is on its way to {outlet}. Your code stays the same:',
  'messages_sent.on_its_way': 'Your phone is on its way back to you. Tracking: {tracking}',
  'messages_sent.report': 'All done. Here is your repair report:',
  'messages_sent.refund_sent': 'Your refund has been sent:',
  'messages_sent.back_again': 'Your parcel came back to us. We have your phone again. What next:',
  'messages_sent.lost': "We can't find your phone at the moment. What we do now:",
  'messages_sent.found': 'We have found your phone. What happens next:',
  'messages_sent.news': 'There is news about your repair:',
  'messages_sent.new_time': 'We now expect to be done by {time}. Why:',
  'messages_sent.cancelled': 'Your repair request is cancelled:',
  'messages_sent.lapse_reminder': "We don't have your phone yet. Your request closes on {date}:",
  'messages_sent.lapsed': 'We never had your phone, so your repair request is closed:',
  'messages_sent.uncollected_reminder': 'Your phone is waiting for you at {outlet}:',
  'messages_sent.uncollected_reminder_second': 'Your phone is still waiting for you at {outlet}:',
  'messages_sent.uncollected_reminder_last':
    'Last reminder: please collect your phone at {outlet}:',
  'messages_sent.last_notice': 'You did not collect your phone. We still have it safe:',
  'message_frame.signature': '{brand}:',
  'message_frame.text': '{signature} {sentence} {link}',
  'message_frame.date': '{day} {month}',
  'message_frame.time': '{date}, {clock}',
  'message_frame.cut': '{start}...',
  'message_frame.subject': 'Your repair {code}',
  'message_frame.code': 'Ticket code: {code}',
  'message_frame.visit': 'Your visit: {time}',
  'message_frame.outlet': 'Outlet: {outlet}, {address}',
  'message_frame.passcode': 'We never ask for your passcode.',
  'message_frame.questions': 'Questions? Call {phone}.',
  'demo_messages.title': 'Messages of this demonstration',
  'demo_messages.intro':
    'The newest {most} messages, worded again now: nothing of them is stored. Outside a demonstration this page does not exist.',
  'demo_messages.none': 'No messages yet. Book a visit or send in a phone to get one.',
  'demo_messages.caption': 'Messages, newest first',
  'demo_messages.when': 'Asked for',
  'demo_messages.code': 'Ticket code',
  'demo_messages.message': 'Message',
  'demo_messages.state': 'State',
  'demo_messages.open': 'Open the link',
  'demo_messages.gone': 'Can no longer be worded.',
  'demo_messages.attempts.one': '{count} attempt',
  'demo_messages.attempts.other': '{count} attempts',
  'demo_messages.state.waiting': 'Waiting',
  'demo_messages.state.held': 'Waiting until {time}',
  'demo_messages.state.sent': 'Sent',
  'demo_messages.state.dropped': 'Dropped: no longer true, or no address',
  'demo_messages.state.dead': 'Given up',
} as const
