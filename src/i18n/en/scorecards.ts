/** Scorecards and qualification. */
export const scorecards = {
  'scorecards.criterion.parts_fill': 'Parts ready when asked for',
  'scorecards.group.quality': 'Quality',
  'scorecards.group.speed': 'Speed',
  'scorecards.group.voice': 'Customers’ voice',
  'scorecards.group.conduct': 'Conduct',
  'scorecards.group.supply': 'Supply',
  'scorecards.title': 'How outlets are scored',
  'scorecards.description':
    'What each repairing outlet is scored by each month, and how an outlet is put on notice, suspended or loses its qualification.',
  'scorecards.intro':
    'Every outlet that repairs gets a score each month. Here is by what, and what follows from it.',
  'scorecards.table': 'What counts',
  'scorecards.criterion': 'Criterion',
  'scorecards.points': 'Points',
  'scorecards.none_at': 'None at',
  'scorecards.all_at': 'All at',
  'scorecards.not_yet': 'not measured yet',
  'scorecards.between':
    'In between, points rise in a straight line and are cut, never rounded up. Every figure is counted by its one definition, of the newest month that is final.',
  'scorecards.rules': 'What comes of it',
  'scorecards.rule.cases':
    'Fewer than {least} cases in a month: three months are taken together. Still fewer: the criterion doesn’t count.',
  'scorecards.rule.score':
    'The score is what was earned of the points that apply, out of 100. Below {least} applicable points there is none.',
  'scorecards.rule.marks':
    '{pass} passes. {three}, {four} and {five} are three, four and five stars.',
  'scorecards.process': 'When an outlet fails',
  'scorecards.process.review':
    'After {failing} failing months in a row, or {breaches} months of {within} beyond what chance explains ({cases} cases or more), a person reviews. No figure decides by itself.',
  'scorecards.process.notice':
    'Put on notice, an outlet has {reply} days to reply and then {cure} days to cure what is wrong. Then a named person decides who didn’t give the notice.',
  'scorecards.process.suspend':
    'For danger to people, fraud, stolen data or counterfeit parts an outlet is suspended at once: reasons in {hours} hours, somebody else’s review in {days} days.',
  'scorecards.process.appeal':
    'A disqualified outlet may appeal for {appeal} days, to somebody who had no part in it. An outlet that has cured what was wrong can qualify again.',
  'scorecards.process.effect':
    'A decision holds at once: no bookings, and the plaque check says so. Who is booked there is told. The outlet’s page says in short what was decided and when; scores aren’t published.',
  'scorecards.history': 'Qualification',
  'scorecards.history.on_notice': 'On notice since {date}',
  'scorecards.history.suspended': 'Suspended since {date}',
  'scorecards.history.disqualified': 'Not authorised any more since {date}',
  'scorecards.history.qualified': 'Reinstated on {date}',
  'scorecards.history.method': 'How this is decided',
} as const
