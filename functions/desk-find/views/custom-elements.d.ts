export {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'count-scan': HTMLAttributes<HTMLElement> & { src?: string }
    }
  }
}
