/**
 * The sign-in library as the Worker bundles it knows the two endpoints that the desk calls, and no router:
 * none of its addresses is served (`identity.ts`). `wrangler.toml` puts this in the place of its list of
 * thirty. Why: docs/decisions/worker-weight.md.
 */
import { getSession } from '../../node_modules/better-auth/dist/api/routes/session.mjs'
import { signInEmail } from '../../node_modules/better-auth/dist/api/routes/sign-in.mjs'
// @ts-expect-error The package carries no types for its inner modules.
import { toAuthEndpoints } from '../../node_modules/better-auth/dist/api/to-auth-endpoints.mjs'

export const getEndpoints = (context: unknown): unknown => ({
  api: toAuthEndpoints({ getSession: getSession(), signInEmail: signInEmail() }, context),
  middlewares: [],
})

export function router(): never {
  throw new Error('None of the sign-in library’s addresses is served.')
}

/** Of plugins: there are none. */
export const checkEndpointConflicts = (): void => undefined
