import { MOST_VOICE_PHOTOS } from '#domain/feedback/photos.ts'
import type { VoicePhotoRefusal } from '#functions/voices/add-voice-photo.ts'
import type { VoicePhotoRow } from '#functions/voices/voice-on-record.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'

export const PHOTOS_PATH = '/feedback/photos/'
const TYPES = 'image/jpeg,image/png,image/webp'

/** Photos with where each can be seen for some minutes, by id. */
export type LinkedPhotos = {
  readonly photos: readonly VoicePhotoRow[]
  readonly photoLinks: ReadonlyMap<string, string>
}

type GalleryProps = LinkedPhotos & { readonly t: Translate; readonly className: string }

/** Photos that came with what somebody said, small; each leads to itself. */
export const VoicePhotos = ({ t, photos, photoLinks, className }: GalleryProps) => (
  <ul className={className}>
    {photos.map(({ id, width, height }, place) => (
      <li key={id}>
        <a href={photoLinks.get(id)} rel="noreferrer">
          <img
            {...{ src: photoLinks.get(id), width, height }}
            alt={t('feedback.photo.number', { number: place + 1 })}
            loading="lazy"
            decoding="async"
          />
        </a>
      </li>
    ))}
  </ul>
)

/** A file that wasn't taken, and why. */
export type RefusedPhoto = {
  readonly name: string
  readonly why: VoicePhotoRefusal | 'other_subject'
}

function refusalText(t: Translate, { name, why }: RefusedPhoto): string {
  const params = { most: MOST_VOICE_PHOTOS }
  if (why === 'none' || why === 'closed' || why === 'other_subject') {
    return t(`feedback.photo.error.${why}`)
  }
  if (why === 'too_many') return t('feedback.photo.error.too_many', params)
  return t('desk.repair.photo.refused', { name, why: t(`desk.repair.photo.${why}`) })
}

type FormProps = {
  readonly locale: Locale
  /** What the form shows that it was made for this feedback or complaint. */
  readonly mark: string
  readonly refused?: RefusedPhoto | null
}

/** The form that sends one photo; for whoever holds the ticket of what they said. */
export function PhotoForm({ locale, mark, refused = null }: FormProps) {
  const t = translator(locale)
  const hints = refused ? 'photo-hint photo-error' : 'photo-hint'
  return (
    <form
      className="voice-photo-form"
      method="post"
      encType="multipart/form-data"
      action={localePath(locale, PHOTOS_PATH)}
    >
      <input type="hidden" name="about" value={mark} />
      <label htmlFor="photo">{t('feedback.photo.add')}</label>
      <p className="book-hint" id="photo-hint">
        {t('feedback.photo.hint', { most: MOST_VOICE_PHOTOS })}
      </p>
      {refused ? (
        <p className="book-error" id="photo-error">
          {refusalText(t, refused)}
        </p>
      ) : null}
      <input
        className="voice-file"
        id="photo"
        type="file"
        name="photo"
        accept={TYPES}
        required
        aria-invalid={refused ? true : undefined}
        aria-describedby={hints}
      />
      <button className="btn btn-quiet" type="submit">
        {t('feedback.photo.send')}
      </button>
    </form>
  )
}

type PartProps = LinkedPhotos &
  Pick<FormProps, 'locale' | 'mark'> & {
    readonly mayAdd: boolean
  }

/** The photos of what somebody said, and how to add one while it can be. */
export function PhotosPart({ locale, mark, photos, photoLinks, mayAdd }: PartProps) {
  const t = translator(locale)
  const hasRoom = mayAdd && photos.length < MOST_VOICE_PHOTOS
  if (photos.length === 0 && !hasRoom) return null
  return (
    <section aria-labelledby="photos">
      <h2 id="photos">{t('feedback.photo.title')}</h2>
      {photos.length > 0 ? (
        <VoicePhotos {...{ t, photos, photoLinks }} className="voice-photos" />
      ) : null}
      {hasRoom ? <PhotoForm locale={locale} mark={mark} /> : null}
    </section>
  )
}

type ViewProps = PartProps & {
  readonly refused: RefusedPhoto | null
  /** Where it is seen how it stands. */
  readonly back: string
}

/** A page for photos alone: what is there, room for more, and why the last one wasn't taken. */
export function PhotosView({ locale, mark, photos, photoLinks, mayAdd, refused, back }: ViewProps) {
  const t = translator(locale)
  const hasRoom = mayAdd && photos.length < MOST_VOICE_PHOTOS
  return (
    <div className="prose-column">
      {refused ? (
        <div className="notice" role="alert" data-notice={refused.why}>
          <p>
            {hasRoom ? <a href="#photo">{refusalText(t, refused)}</a> : refusalText(t, refused)}
          </p>
        </div>
      ) : null}
      <h1>{t('feedback.photo.title')}</h1>
      {photos.length > 0 ? (
        <VoicePhotos {...{ t, photos, photoLinks }} className="voice-photos" />
      ) : (
        <p>{t('feedback.photo.no_photo')}</p>
      )}
      {hasRoom ? <PhotoForm {...{ locale, mark, refused }} /> : null}
      <p className="actions voice-actions">
        <a className="btn btn-primary" href={back}>
          {t('feedback.sent.see')}
        </a>
      </p>
    </div>
  )
}
