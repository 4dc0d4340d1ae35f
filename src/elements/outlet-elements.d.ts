import type { HTMLAttributes } from 'react'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'open-state': HTMLAttributes<HTMLElement>
      'copy-text': HTMLAttributes<HTMLElement> & {
        'data-copied': string
        'data-source': string
      }
    }
  }
}
