export {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'kpi-chart': React.HTMLAttributes<HTMLElement> & {
        'data-target': string | undefined
        'data-table': string
      }
    }
  }
}
