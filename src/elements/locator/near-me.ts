import { findPart } from './find-part.ts'
import type { LocatorSetting } from './page-setting.ts'

type NearMe = {
  readonly root: ParentNode
  readonly setting: LocatorSetting
  readonly say: (text: string) => void
  readonly found: (lat: number, lon: number) => void
}

const PATIENCE_MS = 15_000
const STILL_GOOD_MS = 120_000

/**
 * "Near me", by consent only: first the reason in our words, then the browser's question. The
 * position goes to `found` and nowhere else.
 */
export function startNearMe({ root, setting, say, found }: NearMe): void {
  const button = findPart<HTMLButtonElement>(root, 'near-button')
  const consent = findPart(root, 'near-consent')
  const ask = findPart<HTMLButtonElement>(root, 'near-ask')
  const cancel = findPart<HTMLButtonElement>(root, 'near-cancel')
  const { t } = setting
  if (!('geolocation' in navigator)) return

  const open = (opened: boolean): void => {
    consent.hidden = !opened
    button.ariaExpanded = String(opened)
    if (opened) ask.focus()
    else button.focus()
  }
  const locate = (): void => {
    open(false)
    say(t('locator.near.waiting'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found(coords.latitude, coords.longitude),
      (error) => {
        const denied = error.code === error.PERMISSION_DENIED
        say(t(denied ? 'locator.near.denied' : 'locator.near.failed'))
      },
      { timeout: PATIENCE_MS, maximumAge: STILL_GOOD_MS },
    )
  }
  button.hidden = false
  button.addEventListener('click', () => open(consent.hidden === true))
  cancel.addEventListener('click', () => open(false))
  ask.addEventListener('click', locate)
  consent.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') open(false)
  })
}
