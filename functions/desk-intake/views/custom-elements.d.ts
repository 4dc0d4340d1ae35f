export {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'intake-form': HTMLAttributes<HTMLElement>
      'check-list': HTMLAttributes<HTMLElement>
      'print-page': HTMLAttributes<HTMLElement>
    }
  }
}
