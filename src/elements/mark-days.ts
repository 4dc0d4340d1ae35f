import { addDays, weekdayOf } from '#domain/outlets/wall-time.ts'

/** Marks today in the week's table, and shows of the special days those that are near. */
export function markDays(today: string): void {
  const week = document.querySelectorAll('[data-week] tbody tr')
  for (const [day, row] of week.entries()) {
    if (day === weekdayOf(today)) row.setAttribute('aria-current', 'date')
    else row.removeAttribute('aria-current')
  }
  const table = document.querySelector<HTMLElement>('[data-special-days]')
  if (!table) return
  const end = addDays(today, Number(table.dataset['specialDays']))
  const rows = [...table.querySelectorAll<HTMLElement>('[data-date]')]
  for (const row of rows) {
    const date = row.dataset['date'] ?? ''
    row.hidden = date < today || date >= end
  }
  table.hidden = rows.every((row) => row.hidden)
}
