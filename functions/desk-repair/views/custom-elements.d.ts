export {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'desk-step': HTMLAttributes<HTMLElement>
    }
  }
}
