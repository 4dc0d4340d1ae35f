import { type LocatorQuery, readLocatorQuery } from '#domain/places/locator-query.ts'
import { findPart } from './find-part.ts'
import { type FormState, formState } from './locator-form.ts'
import { startMapPanel } from './map-panel.ts'
import { startNearMe } from './near-me.ts'
import { type LocatorSetting, readSetting } from './page-setting.ts'
import { startCombobox } from './place-combobox.ts'
import { startRegionPicker } from './region-picker.ts'
import { resultsView } from './results-view.ts'
import { type SearchSession, startSession } from './search-session.ts'

const NOTHING_ASKED = readLocatorQuery(new URLSearchParams())

const inAddress = (): LocatorQuery => readLocatorQuery(new URLSearchParams(location.search))

/** The box and the filters. Typing a place leaves the picked region, a filter keeps it. */
function listenToForm(form: FormState, session: SearchSession): void {
  const asked = (): LocatorQuery => {
    const query = form.read()
    return query.q ? query : { ...query, regions: session.query().regions }
  }
  form.form.addEventListener('submit', (event) => {
    event.preventDefault()
    session.ask(asked())
  })
  form.form.addEventListener('change', (event) => {
    if (event.target !== form.input) session.ask(asked())
  })
}

function listenToPage(root: HTMLElement, session: SearchSession): void {
  const onClick = (part: string, act: () => void) =>
    findPart(root, part).addEventListener('click', act)
  onClick('retry', session.again)
  onClick('more', session.more)
  onClick('clear', () => {
    const { q, place, regions } = session.query()
    session.ask({ ...NOTHING_ASKED, q, place, regions })
  })
  window.addEventListener('online', () => {
    if (!findPart(root, 'failure').hidden) session.again()
  })
  window.addEventListener('popstate', () => session.answerAddress(inAddress()))
}

type Boxed = {
  readonly root: HTMLElement
  readonly form: FormState
  readonly setting: LocatorSetting
  readonly session: SearchSession
}

function suggestPlaces({ root, form, setting, session }: Boxed): void {
  const announcer = findPart(root, 'announcer')
  startCombobox({
    input: form.input,
    list: findPart(root, 'suggestions'),
    setting,
    announce: (text) => {
      announcer.textContent = text
    },
    choose: (place) =>
      session.ask({ ...form.read(), q: place.name[setting.locale], place: place.id }),
  })
}

/** Brings the locator page to life: everything from here on happens in the browser, on static files. */
export function startLocator(root: HTMLElement): void {
  const setting = readSetting(root)
  const view = resultsView(root, setting)
  const form = formState(root, setting)
  const picker = startRegionPicker({
    details: findPart<HTMLDetailsElement>(root, 'region-picker'),
    setting,
    pick: (regions) => session.ask({ ...form.read(), q: '', place: '', regions }),
  })
  const session = startSession({
    query: inAddress(),
    setting,
    view,
    map: startMapPanel(root, setting, view.list),
    parentOf: picker.parentOf,
    showInForm: (query) => {
      form.show(query)
      picker.show(query.regions).catch(() => undefined)
    },
  })
  suggestPlaces({ root, form, setting, session })
  startNearMe({
    root,
    setting,
    say: view.say,
    found: (lat, lon) => session.askFrom(lat, lon, form.read()),
  })
  listenToForm(form, session)
  listenToPage(root, session)
  for (const part of root.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
  session.answerAddress(inAddress())
  if (location.hash === '#near') findPart(root, 'near-button').click()
}
