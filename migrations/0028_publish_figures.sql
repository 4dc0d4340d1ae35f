-- Publications of figures, by number. In the hub; their files lie in the bucket under `publications/`.
CREATE TABLE publications (
  number       INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
  version      INTEGER NOT NULL CHECK (version >= 1), -- number of its last event
  month        TEXT    NOT NULL,
  revision     INTEGER NOT NULL CHECK (revision >= 1),
  revises      INTEGER,
  reason       TEXT,
  status       TEXT    NOT NULL CHECK (status IN ('draft', 'frozen', 'signed', 'published', 'dropped')),
  frozen_by    TEXT,
  signed_by    TEXT    CHECK (signed_by <> frozen_by),
  frozen_at    INTEGER,
  published_at INTEGER,
  frozen       TEXT    CHECK (json_valid(frozen)),    -- files with their hashes, summary, zeros
  updated_at   INTEGER NOT NULL,
  CHECK ((revises IS NULL) = (revision = 1)),
  CHECK ((revises IS NULL) = (reason IS NULL)),
  CHECK ((frozen IS NULL) = (frozen_at IS NULL)),
  CHECK (status NOT IN ('frozen', 'signed', 'published') OR frozen IS NOT NULL),
  CHECK (status NOT IN ('signed', 'published') OR signed_by IS NOT NULL),
  CHECK ((status = 'published') = (published_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- What was said stays said: no command, no script and no slip changes it.
CREATE TRIGGER publications_stay BEFORE UPDATE ON publications
WHEN old.status IN ('published', 'dropped')
BEGIN SELECT RAISE(ABORT, 'a publication stays as it is'); END;

CREATE TRIGGER publications_frozen BEFORE UPDATE ON publications
WHEN old.frozen IS NOT NULL AND (new.frozen IS NOT old.frozen OR new.frozen_at IS NOT old.frozen_at
  OR new.frozen_by IS NOT old.frozen_by OR new.month IS NOT old.month)
BEGIN SELECT RAISE(ABORT, 'figures that are frozen stay as they are'); END;
