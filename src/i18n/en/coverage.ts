/** How many people live near a repair. */
export const coverage = {
  'coverage.title': 'How near a repair is',
  'coverage.description':
    'How many people live within 25, 50 and 100 km of an outlet that repairs phones at its counter, and where none is near.',
  'coverage.sentence':
    '{share} of the people counted live within {km} km of an outlet that repairs at its counter.',
  'coverage.basis':
    '{people} people in {places} places, and {outlets} outlets that repair at the counter and were open for it on {date}.',
  'coverage.within': 'within {km} km',
  'coverage.network': 'The whole network',
  'coverage.by_division': 'By region',
  'coverage.division': 'Region',
  'coverage.of_people': 'of {people} people',
  'coverage.unplaced': 'Region not known',
  'coverage.people': 'People counted',
  'coverage.far': 'Where none is near',
  'coverage.far_intro': 'The largest places more than {km} km from every outlet that repairs.',
  'coverage.far_none': 'Every place counted lies within {km} km of an outlet that repairs.',
  'coverage.place': 'Place',
  'coverage.nearest': 'Nearest outlet',
  'coverage.openings': 'Where an outlet would help most',
  'coverage.openings_intro':
    'One after another the place from which an outlet would reach most people who have none within {km} km now.',
  'coverage.gained': 'People it would reach',
  'coverage.weak': 'What is weak in these figures',
  'coverage.weak_places':
    'People are counted where their town is, all of them at one spot. Who lives outside the places that GeoNames counts is missing, and some of its counts are old.',
  'coverage.weak_distance':
    'Distances are straight over the ground: a river or a mountain makes the way longer. How long an outlet is open, and what it may repair, plays no part.',
  'coverage.weak_unfrozen':
    'Unlike our other figures these are not frozen: they are worked out anew whenever this site is built.',
  'coverage.source': 'Places and people: GeoNames, CC BY 4.0.',
  'coverage.file': 'These figures as a file (JSON)',
} as const
