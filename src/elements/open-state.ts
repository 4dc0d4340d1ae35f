import { type OpenState, openStateAt } from '#domain/outlets/open-state.ts'
import { type WallTime, wallTimeIn } from '#domain/outlets/wall-time.ts'
import { formatMinutes, fullDate } from '#i18n/format.ts'
import { lastIntakeText, openStateText } from '#i18n/open-state-text.ts'
import type { Translate } from '#i18n/translate.ts'
import { markDays } from './mark-days.ts'
import type { OpenStateData } from './open-state-data.ts'

const MINUTE_MS = 60_000

const speaker = (texts: OpenStateData['texts']): Translate =>
  ((key: string, params: Record<string, string> = {}) =>
    (texts[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')) as Translate

function suspendedText({ locale, suspended }: OpenStateData, t: Translate, today: string) {
  if (!suspended) return null
  const [from, until] = suspended
  if ((from && today < from) || (until && today >= until)) return null
  return until
    ? t('outlet_page.back_on', { date: fullDate(locale, until) })
    : t('outlet_page.back_unknown')
}

function describe(data: OpenStateData, at: WallTime) {
  const t = speaker(data.texts)
  const clock = t('outlet_page.clock', { time: formatMinutes(at.minutes) })
  const suspended = suspendedText(data, t, at.date)
  if (suspended) return { kind: 'suspended', lines: [suspended, clock] }
  const state: OpenState = openStateAt(data.hours, at)
  const text = openStateText(data.locale, t, state, at.date)
  if (!data.hours) return { kind: state.state, lines: [text] }
  const isClosing = data.takesWalkIns && state.state === 'open' && state.intakeOver
  const intake = data.takesWalkIns ? lastIntakeText(data.locale, t, state, at.date) : ''
  return { kind: isClosing ? 'closing' : state.state, lines: [text, intake || clock] }
}

/** Visitors whose clock shows another time learn what the outlet's clock shows. */
function showClock({ locale, zone: there, texts }: OpenStateData, at: WallTime, now: number) {
  const note = document.querySelector('[data-clock-there]')
  const here = wallTimeIn(Intl.DateTimeFormat().resolvedOptions().timeZone, now)
  if (!note || (here.date === at.date && here.minutes === at.minutes)) return
  const zone =
    new Intl.DateTimeFormat(locale, { timeZone: there, timeZoneName: 'longGeneric' })
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName')?.value ?? there
  note.textContent = speaker(texts)('outlet_page.clock_there', {
    time: formatMinutes(at.minutes),
    zone,
  })
}

/** A page made before a suspension ended takes its notice back by itself. */
function hidePastSuspension({ suspended }: OpenStateData, today: string) {
  const notice = document.querySelector<HTMLElement>('[data-standing="suspended"]')
  const until = suspended?.[1]
  if (notice) notice.hidden = until != null && today >= until
}

/** `<open-state>`: open or closed by the visitor's clock, looked at again each minute. */
function show(element: HTMLElement, data: OpenStateData): void {
  const now = Date.now()
  const at = wallTimeIn(data.zone, now)
  const { kind, lines } = describe(data, at)
  element.dataset['state'] = kind
  const shown = lines.map((line) => {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    return paragraph
  })
  element.replaceChildren(...shown)
  showClock(data, at, now)
  hidePastSuspension(data, at.date)
  markDays(at.date)
  if (element.isConnected) setTimeout(show, MINUTE_MS - (now % MINUTE_MS), element, data)
}

customElements.define(
  'open-state',
  class extends HTMLElement {
    connectedCallback(): void {
      const block = this.querySelector('script')?.textContent
      if (block) show(this, JSON.parse(block) as OpenStateData)
    }
  },
)
