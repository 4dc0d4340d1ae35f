import { expect, it } from 'vitest'
import { COMPLAINT_STATUSES } from '#domain/complaints/complaint.ts'
import { FEEDBACK_STATUSES } from '#domain/feedback/feedback.ts'
import { takesPhotos } from '#domain/feedback/photos.ts'

it('takes a photo only while somebody works on what was said', () => {
  const taking = FEEDBACK_STATUSES.filter((status) => takesPhotos('feedback', status))
  expect(taking).toEqual(['open'])
  const refusing = COMPLAINT_STATUSES.filter((status) => !takesPhotos('complaint', status))
  expect(refusing).toEqual(['answered', 'closed'])
})
