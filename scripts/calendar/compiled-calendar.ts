import type { Calendar } from '#domain/calendar/calendar.ts'

/** A calendar ready for the tables `calendars` and `calendar_days`, with the package it came from. */
export type CompiledCalendar = Calendar & { readonly source: string }
