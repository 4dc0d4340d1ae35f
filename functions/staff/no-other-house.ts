/**
 * Signing in by another house's account, and proving an address by a letter: the Worker bundles neither, and
 * no request reaches them (`identity.ts`). `wrangler.toml` puts this in the place of the sign-in library's
 * modules for both. Why: docs/decisions/worker-weight.md.
 */
import { z } from 'zod'

function absent(): never {
  throw new Error('Nobody signs in by another house’s account, nor proves an address by a letter.')
}

export const additionalAuthorizationParamsSchema = z.unknown()
export {
  absent as createEmailVerificationToken,
  absent as generateIdTokenNonce,
  absent as generateState,
  absent as handleOAuthUserInfo,
  absent as supportsIdTokenSignIn,
  absent as verifyProviderIdToken,
}
