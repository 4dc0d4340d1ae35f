/** The element that plays a part, `data-<part>`, in the locator's HTML. Throws where the page lacks it. */
export function findPart<Part extends HTMLElement = HTMLElement>(
  root: ParentNode,
  part: string,
): Part {
  const found = root.querySelector<Part>(`[data-${part}]`)
  if (!found) throw new Error(`The locator page has no [data-${part}].`)
  return found
}
