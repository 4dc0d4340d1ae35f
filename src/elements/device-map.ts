/**
 * Only Android answers `geo:` with a choice of maps: iOS says the address is invalid and a desktop
 * does nothing. So the link is shown there alone, and never without a script.
 */
const link = document.querySelector<HTMLElement>('[data-map-app="device"]')
if (link && /Android/.test(navigator.userAgent)) link.hidden = false
