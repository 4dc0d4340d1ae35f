/** What one feedback or complaint may show. */
export const MOST_VOICE_PHOTOS = 3

/**
 * Whether a customer may still add a photo: while somebody of ours works on what they said. After an
 * answer nobody would look; saying no to it, which opens it again, opens this again too.
 * `takesPhotos('complaint', 'answered')`: false.
 */
export const takesPhotos = (kind: 'feedback' | 'complaint', status: string): boolean =>
  kind === 'feedback' ? status === 'open' : status !== 'answered' && status !== 'closed'
