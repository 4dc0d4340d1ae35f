-- Photos of what customers say, and site builds that are due.

-- Beside the private row of a feedback or complaint, in its database; the pictures lie in the bucket under `photos/<id>`.
CREATE TABLE voice_photos (
  code       TEXT    NOT NULL,
  place      INTEGER NOT NULL CONSTRAINT three_photos CHECK (place BETWEEN 1 AND 3),
  id         TEXT    NOT NULL,
  media_type TEXT    NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  width      INTEGER NOT NULL CHECK (width >= 1),
  height     INTEGER NOT NULL CHECK (height >= 1),
  bytes      INTEGER NOT NULL CHECK (bytes BETWEEN 1 AND 8388608),
  at         INTEGER NOT NULL,
  PRIMARY KEY (code, place),
  UNIQUE (code, id)
) STRICT, WITHOUT ROWID;

-- Pictures whose record is gone: the clock takes them out of the bucket, then the row goes.
CREATE TABLE media_erased (
  id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER voice_photos_erased AFTER DELETE ON voices_private BEGIN
  INSERT OR IGNORE INTO media_erased (id) SELECT id FROM voice_photos WHERE code = old.code;
  DELETE FROM voice_photos WHERE code = old.code;
END;

-- When what the site says of the standards changes. In the hub. The row goes once a build was taken on.
CREATE TABLE site_builds_due (
  due_at INTEGER NOT NULL PRIMARY KEY,
  try_at INTEGER NOT NULL,            -- not tried before; later than due_at once it was
  tries  INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0)
) STRICT, WITHOUT ROWID;
