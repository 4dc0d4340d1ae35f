/** A field of a form as a browser would send it, with what a person may choose from. */
export type Field = {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly options: readonly string[]
}
export type Form = { readonly action: string; readonly fields: readonly Field[] }

type Draft = { name: string; type: string; value: string; options: string[]; isChosen: boolean }

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const attribute = (element: Element, name: string): string =>
  plain(element.getAttribute(name) ?? '')

/** Everything on a page that posts, and where its links lead. */
export async function formsIn(
  html: string,
): Promise<{ readonly forms: readonly Form[]; readonly links: readonly string[] }> {
  const forms: { action: string; fields: Draft[] }[] = []
  const links: string[] = []
  let inside = false
  const add = (element: Element, type: string, value: string): void => {
    const name = attribute(element, 'name')
    if (!inside || !name || element.hasAttribute('disabled')) return
    const isBox = type === 'radio' || type === 'checkbox'
    const isChosen = !isBox || element.hasAttribute('checked')
    forms.at(-1)?.fields.push({ name, type, value, options: isBox ? [value] : [], isChosen })
  }
  const page = new HTMLRewriter()
    .on('a[href]', { element: (link) => void links.push(attribute(link, 'href')) })
    .on('form', {
      element(form) {
        inside = attribute(form, 'method').toLowerCase() === 'post'
        if (inside) forms.push({ action: attribute(form, 'action'), fields: [] })
        form.onEndTag(() => {
          inside = false
        })
      },
    })
    .on('input', {
      element: (one) => add(one, attribute(one, 'type') || 'text', attribute(one, 'value')),
    })
    .on('button[name]', {
      element: (one) => add(one, 'submit', attribute(one, 'value')),
    })
    .on('textarea', { element: (one) => add(one, 'textarea', '') })
    .on('select', { element: (one) => add(one, 'select', '') })
    .on('select option', {
      element(option) {
        const select = inside ? forms.at(-1)?.fields.at(-1) : undefined
        if (select?.type !== 'select') return
        select.options.push(attribute(option, 'value'))
        if (option.hasAttribute('selected')) select.value = attribute(option, 'value')
      },
    })
  await page.transform(new Response(html)).text()
  return { forms, links }
}
