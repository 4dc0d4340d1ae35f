declare module 'jsbarcode/src/barcodes/CODE128/CODE128B.js' {
  /** `encode().data` holds the bars as 1 and the gaps as 0, one digit a module. */
  // biome-ignore lint/style/noDefaultExport: the package's own.
  export default class CODE128B {
    constructor(text: string, options: Record<string, never>)
    encode(): { readonly data: string; readonly text: string }
  }
}
