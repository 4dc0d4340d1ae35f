export const pages = {
  'pages.not_found.title': 'This page does not exist',
  'pages.not_found.text':
    'The address may be mistyped (an outlet’s code stands in it in small letters), or the outlet may have left the network. Search for a place to find outlets near it.',
  'pages.not_found.home': 'Go to the start page',

  'pages.home.title': 'Help for your phone, near you',
  'pages.home.need': 'What do you need?',
  'pages.home.need_any': 'Anything',
  'pages.home.tasks': 'What you can do here',
  'pages.home.book.title': 'Book a repair',
  'pages.home.book.text':
    'See what it usually costs, then choose the nearest or the soonest outlet, or send your phone in. No account.',
  'pages.home.book.link': 'Start with the fault',
  'pages.home.follow.title': 'Follow your repair',
  'pages.home.follow.text':
    'Where your phone is, who has it, until when, and what you are asked. With your code, or the link in our message.',
  'pages.home.follow.link': 'Look it up',
  'pages.home.faults': 'What is wrong?',
  'pages.home.fault_note':
    'For phones out of warranty, work and part included. You are told the exact price before anything is done.',
  'pages.home.verify.title': 'Is this outlet genuine?',
  'pages.home.verify.text':
    'Fakes exist. Type in the code on the plaque at the counter, before you hand over your phone.',
  'pages.home.verify.link': 'Check a plaque code',
  'pages.home.call.title': 'Talk to somebody',
  'pages.home.call.text': 'The hotline answers day and night, on every day of the year.',
  'pages.home.call.link': 'Call {phone}',
  'pages.home.network': 'The network',
  'pages.home.outlets': 'outlets',
  'pages.home.cities': 'cities and towns',
  'pages.home.one_hour': 'offer one-hour repair',
  'pages.home.counted': 'Counted on {date}.',
  'pages.home.demo': '{count} of these outlets are demonstration data and don’t exist.',
  'pages.home.demo_all': 'All of them are demonstration data and don’t exist.',
  'pages.home.regions': 'Outlets by region',

  'pages.region.title': 'Outlets in {region}',
  'pages.region.count.one': '{count} outlet',
  'pages.region.count.other': '{count} outlets',
  'pages.region.description':
    '{count} in {region}, with opening hours, services and the way to the door.',
  'pages.region.none': 'There is no outlet here at present.',
  'pages.region.below': 'Choose a region',
  'pages.region.outlets': 'All outlets here',
  'pages.region.suspended': 'Suspended at present',
  'pages.region.by_distance': 'Find the nearest one instead',

  'pages.about.title': 'About this site',
  'pages.about.what':
    '{brand} is the after-sales service for your phone. This site answers three questions: which outlet can help, whether it is open, and whether it is genuine.',
  'pages.about.how':
    'Almost everything here is a plain file, made from the network’s own records. These pages were made on {date}. What changes in between, such as an outlet suspended today, is known at once to the check of plaque codes; the pages follow with the next build.',
  'pages.about.distances':
    'Distances are in a straight line on the Earth’s ellipsoid (WGS 84), not along the road. Opening hours are each outlet’s own; public holidays come from an official calendar, and where that ends we say “not confirmed” instead of guessing.',
  'pages.about.data': 'Data by others',
  'pages.about.geonames': 'Names, positions and populations of places: {source}, {licence}.',
  'pages.about.natural_earth':
    'Outlines on the map: Natural Earth, public domain. They show who is in control, and take no position on claims.',
  'pages.about.zip': 'Positions of US ZIP codes: US Census Bureau, by way of vega-datasets.',
  'pages.about.holidays':
    'Public holidays: in China by the State Council’s notices (chinese-days), elsewhere by date-holidays ({licence}).',
  'pages.about.software': 'Software by others',
  'pages.about.package': 'Package',
  'pages.about.version': 'Version',
  'pages.about.licence': 'Licence',

  'pages.privacy.title': 'Privacy',
  'pages.privacy.short':
    'You need no account. This site sets no cookies, loads nothing from other companies, and measures nobody.',
  'pages.privacy.search.title': 'When you search',
  'pages.privacy.search.text':
    'With JavaScript, the search runs on your device: what you type stays there and in the address of the page. If you let the browser tell your position, it is used on your device and never sent to us. Without JavaScript, the place you type is sent to our server to find outlets, and not kept with anything about you.',
  'pages.privacy.verify.title': 'When you check a plaque code',
  'pages.privacy.verify.text':
    'The code is sent to our server and looked up. We don’t record who asked.',
  'pages.privacy.maps.title': 'When you ask for directions',
  'pages.privacy.maps.text':
    'The link takes you to the map you chose. It tells that company where the outlet is, not where you came from. What happens then is by that company’s rules.',
  'pages.privacy.server.title': 'What the server notes',
  'pages.privacy.server.text':
    'Our log holds the kind of request, its answer and how long it took. It holds no name, no number, no position. The company that hosts the site sees your IP address, for without it no answer could reach you.',
  'pages.privacy.ask.title': 'Questions',
  'pages.privacy.ask.text': 'Call the hotline: {phone}.',

  'pages.accessibility.title': 'Accessibility',
  'pages.accessibility.aim':
    'This site is for everyone, also in bright light, with one hand, on an old phone or with a screen reader. We aim at WCAG 2.2, level AA.',
  'pages.accessibility.done.title': 'What we do',
  'pages.accessibility.done.keyboard':
    'Everything works by keyboard, and the focus is always visible.',
  'pages.accessibility.done.script':
    'Everything works without JavaScript. The map is an addition: the list says all that it shows.',
  'pages.accessibility.done.colour':
    'Colour never carries a meaning alone. Light, dark and forced colours follow your system.',
  'pages.accessibility.done.motion': 'Nothing moves by itself.',
  'pages.accessibility.done.outlets':
    'Each outlet says whether it can be reached without steps, or that we don’t know.',
  'pages.accessibility.tests.title': 'How we test',
  'pages.accessibility.tests.text':
    'Each kind of page is checked by machine (axe) in both languages, light and dark, narrow and wide, with every change. That finds some faults, not all. Tests with people who use screen readers are still to come.',
  'pages.accessibility.report.title': 'Something in your way?',
  'pages.accessibility.report.text': 'Tell us by the hotline: {phone}. Day and night.',
} as const
