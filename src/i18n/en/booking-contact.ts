export const bookingContact = {
  'bookings.contact.heading': 'Who are you, and how do we reach you?',
  'bookings.contact.visit': 'Your visit',
  'bookings.contact.outlet': 'Where',
  'bookings.contact.time': 'When',
  'bookings.contact.held': 'Kept for you until {time}. Then somebody else may take it.',
  'bookings.contact.other_time': 'Another time',
  'bookings.contact.choose_time': 'Choose another time',
  'bookings.contact.time_gone': 'We could not keep your time any longer',
  'bookings.contact.time_gone_text':
    'Nothing you typed is lost. Choose another time and send the form again.',
  'bookings.contact.required': 'Everything is needed unless it says “optional”.',
  'bookings.optional': 'optional',

  'bookings.contact.name': 'Your name',
  'bookings.contact.phone': 'A number that works while your phone is with us',
  'bookings.contact.phone_hint':
    'A friend’s, or a landline, if your SIM card stays in the phone. Its last four digits open your repair’s page.',
  'bookings.contact.more': 'Other people, e-mail',
  'bookings.contact.for_other': 'I’m booking for somebody else',
  'bookings.contact.second_phone': 'Second number',
  'bookings.contact.email': 'E-mail',
  'bookings.contact.email_hint': 'For the news of your repair, and for nothing else.',
  'bookings.contact.may_decide': 'Who else may agree to a price?',
  'bookings.contact.may_decide_hint': 'A name. We ask this person when you can’t be reached.',
  'bookings.contact.may_collect': 'Who else may collect the phone?',
  'bookings.contact.may_collect_hint': 'A name. This person shows an identity card at the counter.',

  'bookings.contact.repair': 'The repair',
  'bookings.contact.words': 'What is wrong, in your words',
  'bookings.contact.words_hint':
    'When did it begin, what happened? No passcodes: we never need them to take a phone in.',
  'bookings.contact.imei': 'IMEI',
  'bookings.contact.imei_hint': '15 digits. Dial *#06#, or look at the box.',
  'bookings.contact.ceiling': 'Repair without asking up to',
  'bookings.contact.ceiling_hint':
    'Saves a day of waiting: below this total we go ahead, above it we ask. In {currency}.',
  'bookings.contact.way_back': 'How do you get it back?',
  'bookings.contact.collect': 'I collect it at the outlet',
  'bookings.contact.post': 'Send it to me',
  'bookings.contact.address': 'Address to send it to',
  'bookings.contact.address_hint': 'Needed only if we send it. Province, city, street, door.',

  'bookings.consent.visit_2026_11':
    'Use my name, numbers and what I wrote for this repair, and delete them {months} months after it is closed.',
  'bookings.consent.note':
    'No advertising. You may ask us at any time what we hold and who looked.',
  'bookings.consent.more': 'Privacy',
  'bookings.contact.submit': 'Book this visit',

  'bookings.error.name': 'Type your name.',
  'bookings.error.phone': 'Type a phone number that works.',
  'bookings.error.phone_unreadable':
    'We can’t read this number. Type it as you would dial it, with the area code of a landline.',
  'bookings.error.phone_service':
    'This is a service number. We need one that reaches you in person.',
  'bookings.error.second_phone': 'We can’t read the second number.',
  'bookings.error.email': 'This is no e-mail address: it lacks an @, or the part behind it.',
  'bookings.error.imei': 'This IMEI has a typing error. Compare its 15 digits, or leave it out.',
  'bookings.error.ceiling': 'Type an amount as a whole number, or leave it out.',
  'bookings.error.address': 'Type the address to send the phone to.',
  'bookings.error.words': 'Please say it in 500 characters.',
  'bookings.error.consent': 'Without your consent to keep these details we can’t book.',
  'bookings.error.time': 'Choose another time.',
} as const
