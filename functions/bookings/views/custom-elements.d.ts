export {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'slot-picker': HTMLAttributes<HTMLElement>
    }
  }
}
