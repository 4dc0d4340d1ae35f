-- What customers say: feedback, complaints, surveys. They lie in the bucket of the outlet they are about (none: one drawn), which begins their reference code.
-- Instants are epoch ms. `state` is the fold of the subject's events. Statuses are told by the domain's tables.

CREATE TABLE feedback (
  code         TEXT    NOT NULL PRIMARY KEY, -- in the form of a ticket code
  version      INTEGER NOT NULL CHECK (version >= 1),
  status       TEXT    NOT NULL,
  outlet_code  TEXT,                         -- null: about the network
  repair_code  TEXT,
  zone         TEXT    NOT NULL,
  country_code TEXT    NOT NULL,
  locale       TEXT    NOT NULL CHECK (locale IN ('en', 'zh-CN')),
  state        TEXT    NOT NULL CHECK (json_valid(state)),
  contact_hash TEXT,                         -- keyed hash of code and what the customer looks it up by; null: anonymous
  due_at       INTEGER,                      -- when the clock acts next
  received_at  INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX feedback_by_due ON feedback (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE complaints (
  code         TEXT    NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version >= 1),
  status       TEXT    NOT NULL,
  outlet_code  TEXT,
  repair_code  TEXT,
  zone         TEXT    NOT NULL,
  country_code TEXT    NOT NULL,
  locale       TEXT    NOT NULL CHECK (locale IN ('en', 'zh-CN')),
  state        TEXT    NOT NULL CHECK (json_valid(state)),
  contact_hash TEXT,
  due_at       INTEGER,
  received_at  INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX complaints_by_due ON complaints (due_at) WHERE due_at IS NOT NULL;

-- Asked after an ending. The id is the code of what ended, a dot, and the number of the event that ended it.
CREATE TABLE surveys (
  id           TEXT    NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version >= 1),
  status       TEXT    NOT NULL,
  outlet_code  TEXT,
  repair_code  TEXT,
  zone         TEXT    NOT NULL,
  country_code TEXT    NOT NULL,
  locale       TEXT    NOT NULL CHECK (locale IN ('en', 'zh-CN')),
  state        TEXT    NOT NULL CHECK (json_valid(state)),
  due_at       INTEGER,
  received_at  INTEGER NOT NULL,             -- when what is surveyed ended
  updated_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX surveys_by_due ON surveys (due_at) WHERE due_at IS NOT NULL;

-- Everything personal of them, free text included. Erasure deletes the row.
CREATE TABLE voices_private (
  code    TEXT NOT NULL PRIMARY KEY,
  contact TEXT CHECK (json_valid(contact)),  -- null: anonymous
  words   TEXT NOT NULL CHECK (json_valid(words)),
  consent TEXT CHECK (json_valid(consent))
) STRICT, WITHOUT ROWID;

-- Links in messages that lead to them. The token itself is never stored.
CREATE TABLE voice_links (
  token_hash  TEXT    NOT NULL PRIMARY KEY,
  subject     TEXT    NOT NULL,              -- 'feedback/<code>', 'complaint/<code>', 'survey/<id>'
  created_at  INTEGER NOT NULL,
  lives_until INTEGER                        -- null: as long as nobody ends it
) STRICT, WITHOUT ROWID;
