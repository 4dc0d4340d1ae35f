/** Puts values into a text's `{name}` places; a place without a value stays visible. */
export const fillIn = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
