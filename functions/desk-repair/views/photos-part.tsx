import { plural } from '#i18n/translate.ts'
import { addressOf, at, nameOf, type RepairPage } from './repair-page.ts'

type Props = { readonly page: RepairPage }

const MOMENTS = ['before', 'after'] as const
const TYPES = 'image/jpeg,image/png,image/webp'

function Gallery({ page, moment }: Props & { readonly moment: (typeof MOMENTS)[number] }) {
  const { t, shown, photoLinks } = page
  const photos = shown.photos.filter((photo) => photo.moment === moment)
  if (photos.length === 0) return null
  return (
    <>
      <h3>{t(`desk.repair.photos.${moment}`)}</h3>
      <ul className="desk-photos">
        {photos.map(({ id, width, height, staff_id: by, at: taken }, place) => (
          <li key={id}>
            <a href={photoLinks.get(id)} rel="noreferrer">
              <img
                src={photoLinks.get(id)}
                width={width}
                height={height}
                alt={t('desk.repair.photo', { number: place + 1 })}
                loading="lazy"
                decoding="async"
              />
            </a>
            <small className="desk-muted">
              {at(page, taken)} · {nameOf(page, by)}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Refused({ page }: Props) {
  const { t, side, locale } = page
  if (side?.kind !== 'photos') return null
  const { refused, kept } = side
  return (
    <div className="desk-alarm" role="alert">
      <p>{plural(locale, 'desk.repair.photos.kept', kept)}</p>
      <ul className="desk-list">
        {refused.map(({ name, why }) => (
          <li key={name}>
            {t('desk.repair.photo.refused', { name, why: t(`desk.repair.photo.${why}`) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function UploadForm({ page }: Props) {
  const { t, shown } = page
  const usual = shown.repair.outcome === null ? 'before' : 'after'
  return (
    <form
      className="desk-form"
      method="post"
      encType="multipart/form-data"
      action={`${addressOf(shown.repair.code)}photos`}
    >
      <div className="desk-row">
        {MOMENTS.map((moment) => (
          <label key={moment} className="desk-check">
            <input type="radio" name="moment" value={moment} checked={moment === usual} />
            <span>{t(`desk.repair.photos.${moment}`)}</span>
          </label>
        ))}
      </div>
      <label className="desk-field" htmlFor="photo-camera">
        <span>{t('desk.repair.photos.camera')}</span>
        <input id="photo-camera" type="file" name="photo" accept={TYPES} capture="environment" />
      </label>
      <label className="desk-field" htmlFor="photo-files">
        <span>{t('desk.repair.photos.files')}</span>
        <input id="photo-files" type="file" name="photo" accept={TYPES} multiple />
      </label>
      <p className="desk-muted">{t('desk.repair.photos.hint')}</p>
      <button className="btn" type="submit">
        {t('desk.repair.photos.go')}
      </button>
    </form>
  )
}

/** The phone as it came and as it leaves. */
export function PhotosPart({ page }: Props) {
  const { t, shown } = page
  const mayAdd = shown.may('photo.add')
  if (!mayAdd && shown.photos.length === 0) return null
  return (
    <section className="desk-part" aria-labelledby="photos">
      <h2 id="photos">{t('desk.repair.photos')}</h2>
      <Refused page={page} />
      {shown.photos.length === 0 ? (
        <p className="desk-muted">{t('desk.repair.photos.none')}</p>
      ) : null}
      {MOMENTS.map((moment) => (
        <Gallery key={moment} page={page} moment={moment} />
      ))}
      {mayAdd ? (
        <details>
          <summary>{t('desk.repair.photos.add')}</summary>
          <UploadForm page={page} />
        </details>
      ) : null}
    </section>
  )
}
