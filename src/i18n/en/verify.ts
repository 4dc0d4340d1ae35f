export const verify = {
  'verify.title': 'Is this outlet genuine?',
  'verify.refused_title': 'Error: {title}',
  'verify.intro':
    'Every outlet of ours has a plaque with a code by its door or counter. Type it here before you hand over your phone.',
  'verify.label': 'Code on the plaque',
  'verify.hint':
    '8 letters or digits and a check character, for example {code}. Capitals, spaces and dashes don’t matter.',
  'verify.check': 'Check',
  'verify.again': 'Check another code',
  'verify.code_read': 'We read the code as {code}.',
  'verify.empty': 'Type the code that stands on the plaque.',
  'verify.mistyped':
    'This can’t be a plaque code. Compare it character by character: it has 8 letters or digits and a check character.',
  'verify.outlet_code':
    '{code} looks like the code of an outlet, which anybody can read on this site and proves nothing. Type the other code, the one on the plaque: 8 letters or digits and a check character.',
  'verify.authorised.title': 'Genuine',
  'verify.authorised.text':
    'This plaque belongs to the outlet below. Compare name and address with the place you are in.',
  'verify.suspended.title': 'Genuine, but not serving at present',
  'verify.suspended.text':
    'This plaque belongs to the outlet below, which is suspended. Don’t leave your phone there now.',
  'verify.disqualified.title': 'No longer part of our network',
  'verify.disqualified.text':
    'This plaque belonged to the outlet below, which may no longer repair in our name. Don’t leave your phone there.',
  'verify.closed.title': 'This outlet is closed',
  'verify.closed.text':
    'This plaque belonged to the outlet below, which has closed for good. Whoever shows it now does not act for us.',
  'verify.revoked.title': 'This plaque is no longer valid',
  'verify.revoked.text':
    'We have withdrawn this plaque from the outlet below: it was lost, stolen or copied. Go by the address, not by the plaque.',
  'verify.unknown.title': 'Not one of our plaques',
  'verify.unknown.text':
    'No outlet of ours has this code. Compare it with the plaque once more. If it is the same, the plaque is false: don’t hand over your phone, and tell us.',
  'verify.fact.name': 'Outlet',
  'verify.fact.address': 'Address',
  'verify.fact.since': 'Part of our network since',
  'verify.fact.disqualified_since': 'Not authorised any more since',
  'verify.fact.closed_on': 'Closed on',
  'verify.fact.suspended_until': 'Suspended until',
  'verify.fact.reason': 'Reason',
  'verify.page': 'Page of this outlet',
  'verify.find': 'Find a genuine outlet near you',
  'verify.call': 'Call us: {phone}',
} as const
