/** The language switch leads to the same page with the same query and the same place in it. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language-link]')) {
  const address = link.href
  link.addEventListener('click', () => {
    link.href = address.split(/[?#]/)[0] + location.search + location.hash
  })
}
