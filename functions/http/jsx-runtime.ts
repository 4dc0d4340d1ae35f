/**
 * The JSX runtime of the Worker, in the place of React's (`wrangler.toml`). Named here rather than there, so that
 * it is bundled as the module that it is: through the alias alone its CommonJS twin comes along, and every
 * element is made through a longer call.
 */
export { Fragment, jsx, jsxs } from 'hono/jsx/jsx-runtime'
