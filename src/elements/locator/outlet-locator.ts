import { startLocator } from './start-locator.ts'

customElements.define(
  'outlet-locator',
  class extends HTMLElement {
    connectedCallback(): void {
      startLocator(this)
    }
  },
)
