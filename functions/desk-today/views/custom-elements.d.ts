export {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'live-board': HTMLAttributes<HTMLElement> & { readonly src?: string }
    }
  }
}
