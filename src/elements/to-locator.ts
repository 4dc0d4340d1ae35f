/** What the edge listed for those without scripts, the locator lists from files: filters, map, position and all. */
const answer = document.querySelector<HTMLElement>('[data-with-script-at]')
const locator = answer?.dataset['withScriptAt']
if (locator) location.replace(locator + location.search)
