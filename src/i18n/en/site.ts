export const site = {
  'site.skip': 'Skip to content',
  'site.description':
    'Find an outlet that repairs your phone, book a visit or send it in, and follow the repair.',
  'site.nav.label': 'Main',
  'site.nav.book': 'Book',
  'site.nav.repairs': 'Follow',
  'site.nav.outlets': 'Outlets',
  'site.nav.verify': 'Genuine?',
  'site.place.label': 'Where are you?',
  'site.place.example': 'City, district or ticket code',
  'site.place.find': 'Find outlets',
  'site.footer.label': 'About this site',
  'site.footer.hotline': 'Hotline, day and night:',
  'site.footer.about': 'About',
  'site.footer.privacy': 'Privacy',
  'site.footer.accessibility': 'Accessibility',
} as const
