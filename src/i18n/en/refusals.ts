/** Why a command of a booking or repair was not carried out. */
export const refusals = {
  'problems.no_session.title': 'No valid ticket',
  'problems.no_session.detail':
    'Look the repair up with its code and the last four digits of your phone number, or open the link in our message.',
  'problems.no_staff_session.title': 'Sign in first',
  'problems.no_staff_session.detail': 'This is for staff of the network.',
  'problems.not_your_role.title': 'Not yours to do',
  'problems.not_your_role.by': 'This is for somebody else to do: {roles}.',
  'problems.role.customer': 'the customer',
  'problems.role.owner': 'its owner',
  'problems.role.home': 'the outlet it came to',
  'problems.role.home_manager': 'the manager of the outlet it came to',
  'problems.not_your_role.detail': 'This step is for somebody else to take.',
  'problems.link_needed.title': 'Only by the link in our message',
  'problems.link_needed.detail':
    'Money is accepted or declined by the link that we sent you, so that nobody else can do it.',
  'problems.unknown_repair.title': 'No repair with this code and these digits',
  'problems.unknown_repair.detail':
    'Check the code, and that the digits are the last four of the phone number you gave us.',
  'problems.unknown_feedback.title': 'No such feedback',
  'problems.unknown_feedback.detail':
    'Nothing was told us under this reference code, or it is not open to you.',
  'problems.unknown_booking.title': 'No such booking',
  'problems.unknown_booking.detail': 'There is no visit with this code.',
  'problems.stale.title': 'Something changed meanwhile',
  'problems.stale.detail': 'Somebody else was quicker. Load it again and look at what it is now.',
  'problems.not_allowed_now.title': 'Not possible now',
  'problems.not_allowed_now.detail':
    'The repair or booking has moved on; this step doesn’t fit where it stands.',
  'problems.ask_closed.title': 'This question is closed',
  'problems.ask_closed.detail':
    'It was answered, replaced or ran out. Open the status page to see what holds now.',
  'problems.agreement_needed.title': 'The customer has to agree first',
  'problems.agreement_needed.detail': 'Work at the customer’s cost needs an accepted quote.',
  'problems.second_person_needed.title': 'Somebody else has to check it',
  'problems.second_person_needed.detail':
    'Nobody checks what is their own: a repeat repair that they finished, a report that they wrote or that is about their outlet.',
  'problems.contests_open.title': 'Contests of this month are open',
  'problems.contests_open.detail':
    'What outlets contest has to be decided before the figures are frozen.',
  'problems.slot_full.title': 'This time is full',
  'problems.slot_full.detail': 'Somebody else just took the last place. Choose another time.',
  'problems.hold_gone.title': 'The time is no longer kept for you',
  'problems.hold_gone.detail':
    'It was kept for a few minutes and then given to somebody else. Choose a time again.',
  'problems.unknown_hold.title': 'No time is kept under this name',
  'problems.unknown_hold.detail': 'Choose a time again.',
  'problems.no_such_slot.title': 'No visits begin at this time',
  'problems.no_such_slot.detail': 'The outlet offers other times; ask for its slots.',
  'problems.too_soon.title': 'Too soon',
  'problems.too_soon.detail': 'This time is past, or too near to be booked.',
  'problems.beyond_horizon.title': 'Too far ahead',
  'problems.beyond_horizon.detail': 'Times are offered for the coming days only.',
  'problems.needs_confirmation.title': 'The outlet has to confirm its hours',
  'problems.needs_confirmation.detail':
    'Nobody knows yet whether the outlet is open that day. Call it, or choose another day.',
  'problems.outlet_closed.title': 'This outlet serves no more',
  'problems.outlet_closed.detail': 'Choose another outlet.',
  'problems.outlet_suspended.title': 'This outlet is closed for a while',
  'problems.outlet_suspended.detail': 'Choose another outlet or a later day.',
  'problems.outlet_disqualified.title': 'This outlet is no longer part of the network',
  'problems.outlet_disqualified.detail': 'Choose another outlet.',
  'problems.service_not_offered.title': 'Not done at this outlet',
  'problems.service_not_offered.detail': 'Choose another outlet or another service.',
  'problems.no_counter.title': 'This outlet takes no visits',
  'problems.no_counter.detail': 'Send the phone by post, or choose another outlet.',
  'problems.no_mail_in.title': 'This outlet takes no parcels',
  'problems.no_mail_in.detail': 'Choose a mail-in centre.',
  'problems.key_reused.title': 'The key was used for something else',
  'problems.key_reused.detail': 'Each new request needs a new Idempotency-Key.',
  'problems.bad_time.title': 'The time can’t be right',
  'problems.bad_time.detail': 'It lies before the step before it, or in the future.',
  'problems.bad_value.title': 'Something is missing or doesn’t fit',
  'problems.bad_value.detail': 'Look at what this step needs.',
  'problems.version_needed.title': 'Say which version you saw',
  'problems.version_needed.detail':
    'Send the version in If-Match, so that nothing is overwritten unseen.',
  'problems.client_cap.title': 'Too many requests from your connection',
  'problems.client_cap.detail':
    'Others may share it with you. Please try again later, or call us: we book it for you.',
  'problems.count_full.title': 'Too much in this count that isn’t on record here',
  'problems.count_full.detail':
    'It lists no more such phones. Finish it, sort out those it lists, and begin another.',
  'problems.count_cap.title': 'Too many counts today',
  'problems.count_cap.detail': 'This outlet has begun as many as a day may have. Go on tomorrow.',
  'problems.disabled_above.title': 'Somebody above you disabled this account',
  'problems.disabled_above.detail':
    'Only they, or somebody who looks after as much of the network, can let this person in again.',
  'problems.password_given.title': 'Choose a password of your own first',
  'problems.password_given.detail':
    'Somebody else gave you the one you have. Change it under “My account”; then everything opens.',
  'problems.phone_cap.title': 'Too many requests under this phone number',
  'problems.phone_cap.detail':
    'Cancel one that you don’t need, use another number, or call us: we book it for you.',
  'problems.lookup_locked.title': 'Too many wrong tries for this code',
  'problems.lookup_locked.detail':
    'Try again later (Retry-After says when), or open the link in our message: links always work.',
  'problems.field.mistyped_ticket':
    '{field} is not a ticket code: 12 letters or digits and a check character, for example 7K3M-9QXF-2T8B-V.',
  'problems.field.not_a_phone': '{field} is not a phone number that can be called back.',
  'problems.field.not_an_imei':
    '{field} is not an IMEI: 15 digits whose last one checks the others. Dial *#06# to see it.',
  'problems.field.consent_required':
    'Without consent to how we use the data, {field} must be true, nothing can be requested.',
  'problems.unknown_complaint.title': 'No such complaint',
  'problems.unknown_complaint.detail': 'No complaint has this code, or it isn’t yours to see.',
  'problems.send_again': 'Send again',
  'problems.too_often.title': 'Brought back as often as can be',
  'problems.too_often.detail':
    'A customer brings a complaint to its fifth round at most. After that the head office alone opens it again.',
  'problems.merge_closed.title': 'The other complaint is closed',
  'problems.merge_closed.detail':
    'It was closed or merged itself. Merge into one that is open, so that somebody answers it.',
  'problems.other_subject.title': 'Not sent: this browser has opened something else since',
  'problems.other_subject.detail':
    'Open the link in our message again in another tab (or look it up again), then come back here and send. What you wrote is kept on this page.',
  'problems.too_early.title': 'It is too early for that',
  'problems.too_early.detail':
    'Something must come first: the time to cure, or the reasons of a suspension.',
  'problems.too_late.title': 'The time for it is over',
  'problems.too_late.detail': 'This could be done for a limited time only, and that has passed.',
} as const
