import { expect, it } from 'vitest'
import { reminderTemplate } from '#domain/messages/reminder-template.ts'
import { TEMPLATES } from '#domain/messages/templates.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { timersOf } from '#domain/repairs/timers.ts'
import { aRepair } from '#support/a-repair.ts'
import { DAY_MS } from '#support/repair-actions.ts'

/** Every reminder of a repair as it stands: its template, and days after `from`. */
const remindersOf = (repair: Repair, from: number) =>
  timersOf(repair).flatMap(({ at, template }) =>
    template ? [[reminderTemplate(repair, template, at), (at - from) / DAY_MS]] : [],
  )

it('reminds of a question on the second and seventh day, each in words of its own', () => {
  const { repair } = aRepair().awaitingDecision()
  expect(remindersOf(repair, repair.ask?.askedAt ?? 0)).toEqual([
    ['answer_reminder', 2],
    ['answer_reminder_last', 7],
  ])
})

it('reminds three times of a phone that nobody collects, under three ids', () => {
  const { repair } = aRepair().ready()
  expect(remindersOf(repair, repair.readyAt ?? 0)).toEqual([
    ['uncollected_reminder', 7],
    ['uncollected_reminder_second', 30],
    ['uncollected_reminder_last', 60],
  ])
})

it('reminds once of a request before it lapses', () => {
  const { repair } = aRepair()
  expect(remindersOf(repair, repair.requestedAt)).toEqual([['lapse_reminder', 23]])
})

it('knows no reminder for a moment when none is due', () => {
  expect(reminderTemplate(aRepair().ready().repair, 'uncollected_reminder', 0)).toBeNull()
})

it('reminds only in the statuses that the reminder speaks of', () => {
  for (const { repair } of [aRepair(), aRepair().awaitingDecision(), aRepair().ready()]) {
    for (const [template] of remindersOf(repair, 0)) {
      expect(TEMPLATES[template as keyof typeof TEMPLATES].during).toEqual([repair.status])
    }
  }
})
