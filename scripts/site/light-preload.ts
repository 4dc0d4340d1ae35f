const HELPER = '\0vite/preload-helper.js'

const CODE = `
const style = (href) => new Promise((done) => {
  if (document.querySelector('link[href="' + href + '"]')) return done()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  link.onload = link.onerror = done
  document.head.append(link)
})
export const __vitePreload = (load, needed = []) =>
  Promise.all(needed.filter((file) => file.endsWith('.css')).map((file) => style('/' + file))).then(load)
`

/**
 * In the place of Vite's own code that fetches a script on demand with the styles it needs: a quarter of the
 * bytes, which each page with such a script carries. A style that doesn't come leaves the script without it.
 * Should a later Vite name that module otherwise, its own is bundled again, and the budgets say so.
 */
export const lightPreload = () => ({
  name: 'fixpoint-light-preload',
  enforce: 'pre' as const,
  transform: (_: string, id: string) => (id === HELPER ? CODE : null),
})
