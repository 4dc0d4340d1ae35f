/**
 * The key of a form that is shown once more. What was refused did nothing, so that it may be sent anew;
 * but under a key that was used something was done already: the form keeps it, and can't do it twice.
 */
export const keyAgain = (sent: string | null, refusal: string | null): string =>
  refusal === 'key_reused' && sent ? sent : crypto.randomUUID()
