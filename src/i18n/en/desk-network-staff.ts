/** The desk: who works in the network, and what every form of it says. */
export const deskNetworkStaff = {
  'desk.network.state': 'State',
  'desk.network.filter': 'Filter',
  'desk.network.saved': 'It is saved.',
  'desk.network.next_page': 'Next page',
  'desk.network.look_again': 'Nothing was changed. Look again at:',
  'desk.network.fault': 'This can’t be used as it is.',
  'desk.network.fault.name': 'Name: write how colleagues call this person, up to 80 letters.',
  'desk.network.fault.email': 'E-mail: write a whole address, such as li@fixpoint.example.',
  'desk.network.fault.role': 'Role: choose one.',
  'desk.network.fault.scope':
    'Place: write outlet codes (HZ-001, HZ-002), a region’s id or a partner’s id.',
  'desk.network.staff.title': 'Staff',
  'desk.network.staff.search': 'Name begins with, or whole e-mail',
  'desk.network.staff.none': 'Nobody works in your part of the network yet.',
  'desk.network.staff.none_found': 'Nobody you may see is called so.',
  'desk.network.staff.name': 'Name',
  'desk.network.staff.email': 'E-mail',
  'desk.network.staff.email.hint':
    'It is what they sign in with. Nothing is sent to it: you pass the password on.',
  'desk.network.staff.locale': 'Language',
  'desk.network.staff.roles': 'Roles',
  'desk.network.staff.role': 'Role',
  'desk.network.staff.no_role': 'No role: may do nothing.',
  'desk.network.staff.no_further_role': 'No further role',
  'desk.network.staff.where': 'Held for',
  'desk.network.staff.where.outlets': 'Outlets',
  'desk.network.staff.where.region': 'A region and everything in it',
  'desk.network.staff.where.partner': 'A partner’s outlets',
  'desk.network.staff.where.network': 'The whole network',
  'desk.network.staff.place': 'Which',
  'desk.network.staff.place.hint':
    'Outlet codes with commas between, a region’s id or a partner’s id. For the whole network: nothing.',
  'desk.network.staff.active': 'Active',
  'desk.network.staff.disabled': 'Disabled',
  'desk.network.staff.is_disabled': 'Disabled: this account lets nobody in.',
  'desk.network.staff.own':
    'This is your own account. What you may do is changed by somebody else.',
  'desk.network.staff.invite': 'Invite somebody',
  'desk.network.staff.invite.go': 'Make the account',
  'desk.network.staff.password': 'Password',
  'desk.network.staff.password_once':
    'The account is ready. Pass this on in person or by telephone: it is shown this once and kept nowhere.',
  'desk.network.staff.password_change':
    'Ask them to sign in at /desk/ and to change it there under “My account”.',
  'desk.network.staff.password_gone':
    'This was done before, and the password was shown then. If it is lost, draw a new one.',
  'desk.network.staff.to_person': 'Open this account',
  'desk.network.staff.keep': 'Keep',
  'desk.network.staff.add': 'Add',
  'desk.network.staff.roles.go': 'Change the roles',
  'desk.network.staff.access': 'Access',
  'desk.network.staff.disable': 'Disable the account',
  'desk.network.staff.disable.what':
    'Signs this person out everywhere at once and lets them in no more. What they did stays on record.',
  'desk.network.staff.enable': 'Enable the account',
  'desk.network.staff.enable.what': 'Lets this person in again, with the password they had.',
  'desk.network.staff.renew': 'Draw a new password',
  'desk.network.staff.renew.what':
    'Ends the password they have and signs them out everywhere. You are shown the new one once.',
  'problems.may_not_grant.title': 'Not yours to give',
  'problems.may_not_grant.detail':
    'You give roles below your own, inside your own part of the network. Ask somebody above you.',
  'problems.own_account.title': 'This is your own account',
  'problems.own_account.detail': 'Somebody else has to change what you may do.',
  'problems.last_admin.title': 'The last administrator',
  'problems.last_admin.detail':
    'Nobody else administers the whole network. Give somebody else that role first.',
  'problems.email_taken.title': 'Somebody has this address',
  'problems.email_taken.detail':
    'An account with this e-mail exists. If you don’t see it, it belongs to another part of the network.',
  'problems.unknown_place.title': 'No such place',
  'problems.unknown_place.detail':
    'An outlet, region or partner that was named is not on record. Check the code or id.',
  'problems.code_taken.title': 'This code is taken',
  'problems.code_taken.detail': 'Something else has it already. Choose another.',
  'problems.too_far_ahead.title': 'Too far ahead',
  'problems.too_far_ahead.detail':
    'Nothing takes a published version back, so it takes effect within 366 days. Choose an earlier date, or publish later.',
  'problems.bad_dates.title': 'The dates don’t fit',
  'problems.bad_dates.detail': 'The end must come after the beginning.',
} as const
