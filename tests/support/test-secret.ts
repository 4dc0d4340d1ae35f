/** The SECRET_KEY of every test. */
export const TEST_SECRET = 'a-secret-of-tests-at-least-32-letters'
