/** The desk: an outlet's hours, and staff who are away. */
export const deskNetworkHours = {
  'desk.network.hours': 'Opening hours',
  'desk.network.hours.title': 'Hours of {outlet}',
  'desk.network.hours.edit': 'Edit the hours',
  'desk.network.hours.unknown': 'Not known: visitors are asked to call.',
  'desk.network.hours.closed': 'closed',
  'desk.network.hours.not_confirmed': 'not confirmed',
  'desk.network.hours.week': 'The week',
  'desk.network.hours.week.hint':
    '09:00-12:00, 13:30-18:00. Empty: closed. An end before its beginning is after midnight: 18:00-02:00.',
  'desk.network.hours.holidays': 'Public holidays',
  'desk.network.hours.holidays.hint':
    'With hours of their own, days beyond the holiday calendar are shown as not confirmed.',
  'desk.network.hours.on_holidays': 'On public holidays',
  'desk.network.hours.holidays.as_week': 'As on other days',
  'desk.network.hours.holidays.closed': 'Closed',
  'desk.network.hours.holidays.own': 'Hours of their own',
  'desk.network.hours.holiday_hours': 'Hours of their own',
  'desk.network.hours.special': 'Special days',
  'desk.network.hours.special.hint':
    'Single dates that differ. They win over the week and over holidays. Clear a date to drop it.',
  'desk.network.hours.date': 'Date',
  'desk.network.hours.that_day': 'Hours that day (empty: closed)',
  'desk.network.hours.nobody_knows': 'Nobody knows the hours: take them off the page',
  'desk.network.hours.by_hand':
    'These hours were written by hand in a form that isn’t edited here. Saving puts the week below in their place:',
  'desk.network.hours.same':
    'No day would have other hours. Saving notes that they were checked today.',
  'desk.network.hours.written': 'Published as: {text}',
  'desk.network.absences': 'Staff away',
  'desk.network.absences.what':
    'Fewer seats or benches on a day: that many fewer visits are given away. What is booked stays.',
  'desk.network.absences.day': 'seats fewer: {seats}, benches fewer: {benches}',
  'desk.network.absences.seats': 'Seats fewer',
  'desk.network.absences.benches': 'Benches fewer',
  'desk.network.absences.go': 'Set for that day',
  'desk.network.fault.day_hours': 'Hours: write 09:00-18:00, several with commas, or nothing.',
  'desk.network.fault.holidays_past_midnight':
    'Holidays: hours past midnight and hours of their own for holidays don’t go together. Name the dates as special days.',
  'desk.network.fault.special_days': 'Special days: at most 40 ahead.',
  'desk.network.fault.never_open':
    'The week: no day has hours. If nobody knows them, tick the box below; if work stops, suspend the outlet.',
  'desk.network.fault.nights_meet':
    'The week: hours past midnight end by noon and before the next day begins.',
  'desk.network.fault.seats_away': 'Seats fewer: a whole number, no more than there are.',
  'desk.network.fault.benches_away': 'Benches fewer: a whole number, no more than there are.',
  'desk.network.fault.absence_date': 'Date: today or one of the next 120 days.',
} as const
