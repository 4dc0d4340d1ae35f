export const site = {
  'site.skip': 'Skip to content',
  'site.description':
    'Find an outlet that repairs your phone, see if it is open now, and check that it is genuine.',
  'site.nav.label': 'Main',
  'site.nav.outlets': 'Find an outlet',
  'site.nav.verify': 'Is it genuine?',
  'site.place.label': 'Where are you?',
  'site.place.example': 'City, district or coordinates',
  'site.place.find': 'Find outlets',
  'site.footer.label': 'About this site',
  'site.footer.hotline': 'Hotline, day and night:',
  'site.footer.about': 'About',
  'site.footer.privacy': 'Privacy',
  'site.footer.accessibility': 'Accessibility',
} as const
