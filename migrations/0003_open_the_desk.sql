-- The desk. Staff, their sessions, service notices and hotline calls stand in the hub; what belongs to an outlet's work stands
-- in the database of its bucket. Instants are epoch ms, local days 'YYYY-MM-DD'.

CREATE TABLE staff (
  id             TEXT    NOT NULL PRIMARY KEY, -- 'stf_…', what events name
  name           TEXT    NOT NULL CHECK (name <> ''),
  email          TEXT    NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified INTEGER NOT NULL DEFAULT 0,
  image          TEXT,
  locale         TEXT    NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'zh-CN')),
  grants         TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(grants)),
  version        INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  is_demo        INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
  disabled_at    INTEGER,
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_sessions (
  id         TEXT    NOT NULL PRIMARY KEY,
  token      TEXT    NOT NULL UNIQUE,
  user_id    TEXT    NOT NULL REFERENCES staff (id),
  expires_at INTEGER NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_sessions_by_staff ON staff_sessions (user_id);

-- How somebody proves who they are; `password` is a salted scrypt hash.
CREATE TABLE staff_accounts (
  id                       TEXT    NOT NULL PRIMARY KEY,
  account_id               TEXT    NOT NULL,
  provider_id              TEXT    NOT NULL,
  user_id                  TEXT    NOT NULL REFERENCES staff (id),
  access_token             TEXT,
  refresh_token            TEXT,
  id_token                 TEXT,
  access_token_expires_at  INTEGER,
  refresh_token_expires_at INTEGER,
  scope                    TEXT,
  password                 TEXT,
  created_at               INTEGER NOT NULL,
  updated_at               INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_accounts_by_staff ON staff_accounts (user_id);

CREATE TABLE staff_verifications (
  id         TEXT    NOT NULL PRIMARY KEY,
  identifier TEXT    NOT NULL,
  value      TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_verifications_by_identifier ON staff_verifications (identifier);

-- Tries to sign in, by keyed hash of the account or of the client, whether the account exists or not.
CREATE TABLE sign_in_tries (
  key      TEXT    NOT NULL PRIMARY KEY,
  tries    INTEGER NOT NULL,
  first_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who opened or searched for what. Subjects: 'repair/<code>', 'staff/<id>' for searches.
CREATE TABLE access_log (
  subject  TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  id       TEXT    NOT NULL,
  staff_id TEXT    NOT NULL,
  act      TEXT    NOT NULL,               -- 'opened', 'searched_phone', 'printed_label' …
  PRIMARY KEY (subject, at, id)
) STRICT, WITHOUT ROWID;

-- Numbers every change of what an outlet's desk shows: an open screen asks for it instead of the lists.
CREATE TABLE boards (
  outlet_code TEXT    NOT NULL PRIMARY KEY,
  revision    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What an outlet has in hand: phones there or announced, and its own phones elsewhere.
CREATE INDEX repairs_open_at ON repairs (at_outlet) WHERE status <> 'closed';
CREATE INDEX repairs_open_away ON repairs (home_outlet) WHERE status <> 'closed' AND home_outlet <> at_outlet;
-- The queue and the visits to come: everything that isn't over.
CREATE INDEX bookings_expected ON bookings (outlet_code, starts_at) WHERE status IN ('booked', 'arrived', 'called');

-- What the desk keeps beside a repair and no event tells.
CREATE TABLE repair_jobs (
  code        TEXT    NOT NULL PRIMARY KEY,
  assigned_to TEXT,                        -- staff id
  shelf       TEXT,
  updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Shift notes: words of staff about a customer's phone, deleted with the private row.
CREATE TABLE repair_notes (
  code     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  id       TEXT    NOT NULL,
  staff_id TEXT    NOT NULL,
  words    TEXT    NOT NULL,
  PRIMARY KEY (code, at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE repair_photos (
  code       TEXT    NOT NULL,
  id         TEXT    NOT NULL,             -- 'pho_…', the object's name in storage
  moment     TEXT    NOT NULL CHECK (moment IN ('before', 'after')),
  media_type TEXT    NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  width      INTEGER NOT NULL,
  height     INTEGER NOT NULL,
  bytes      INTEGER NOT NULL,
  staff_id   TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (code, id)
) STRICT, WITHOUT ROWID;

-- Names as they are searched by, of an outlet's own customers; deleted with the private row.
CREATE TABLE repair_names (
  home_outlet TEXT NOT NULL,
  name        TEXT NOT NULL,               -- normalised
  code        TEXT NOT NULL,
  PRIMARY KEY (home_outlet, name, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE parcels (
  tracking TEXT NOT NULL,                  -- as carriers print it, upper case without spaces
  code     TEXT NOT NULL,
  PRIMARY KEY (tracking, code)
) STRICT, WITHOUT ROWID;

-- A day's count of the phones on the shelves against the records.
CREATE TABLE device_counts (
  outlet_code  TEXT    NOT NULL,
  service_date TEXT    NOT NULL,
  id           TEXT    NOT NULL,
  staff_id     TEXT    NOT NULL,
  finished_at  INTEGER,
  found        TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(found)),   -- ticket codes scanned
  unknown      TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(unknown)), -- what was scanned and isn't on record here
  missing      TEXT    CHECK (missing IS NULL OR json_valid(missing)),    -- codes on record and not found, once finished
  PRIMARY KEY (outlet_code, service_date, id)
) STRICT, WITHOUT ROWID;

-- Staff away: seats and benches fewer on a day.
CREATE TABLE absences (
  outlet_code  TEXT    NOT NULL,
  service_date TEXT    NOT NULL,
  seats        INTEGER NOT NULL CHECK (seats >= 0),
  benches      INTEGER NOT NULL CHECK (benches >= 0),
  PRIMARY KEY (outlet_code, service_date)
) STRICT, WITHOUT ROWID;

-- Calls the hotline took; a solved one counts as a solved contact. No numbers, no words.
CREATE TABLE hotline_calls (
  id        TEXT    NOT NULL PRIMARY KEY,  -- 'cal_…', begins with its time
  at        INTEGER NOT NULL,
  staff_id  TEXT    NOT NULL,
  result    TEXT    NOT NULL CHECK (result IN ('solved', 'registered', 'told_status', 'passed_on', 'ended')),
  topic     TEXT    NOT NULL,
  code      TEXT
) STRICT, WITHOUT ROWID;

-- Words for everybody: a holiday, a typhoon, a recall. Shown on the home page from the next site build on.
CREATE TABLE notices (
  id         TEXT    NOT NULL PRIMARY KEY, -- 'ntc_…'
  version    INTEGER NOT NULL CHECK (version >= 1),
  kind       TEXT    NOT NULL CHECK (kind IN ('holiday', 'weather', 'recall', 'disruption', 'other')),
  text_en    TEXT    NOT NULL CHECK (text_en <> ''),
  text_zh    TEXT    NOT NULL CHECK (text_zh <> ''),
  from_at    INTEGER NOT NULL,
  until_at   INTEGER NOT NULL CHECK (until_at > from_at),
  withdrawn_at INTEGER,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
