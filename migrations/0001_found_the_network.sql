-- The hub: what is one for the whole network. Every table is STRICT; keys that are text are WITHOUT ROWID (one row written, not two).

CREATE TABLE events (
  subject     TEXT    NOT NULL,             -- 'outlet/<code>'
  version     INTEGER NOT NULL CHECK (version >= 1),
  type        TEXT    NOT NULL,             -- 'outlet.registered'
  happened_at INTEGER NOT NULL,             -- epoch ms
  recorded_at INTEGER NOT NULL CHECK (recorded_at >= happened_at),
  actor       TEXT    NOT NULL,             -- 'system', 'import', 'stf_…'
  command_id  TEXT,
  data        TEXT    NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (subject, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE command_records (
  id          TEXT    NOT NULL PRIMARY KEY, -- the caller's idempotency key, hashed
  fingerprint TEXT    NOT NULL,             -- of the command's body: same key, other body is refused
  answer      TEXT    NOT NULL CHECK (json_valid(answer)),
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- 'outlet_change' numbers each change of an outlet: what a site build has seen, and what came after it.
CREATE TABLE counters (
  name  TEXT    NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counters (name, value) VALUES ('outlet_change', 0);

CREATE TABLE regions (
  id           TEXT NOT NULL PRIMARY KEY CHECK (id NOT GLOB '*[^a-z0-9-]*' AND length(id) BETWEEN 2 AND 60),
  parent_id    TEXT REFERENCES regions (id),
  level        TEXT NOT NULL CHECK (level IN ('country', 'province', 'city', 'district')),
  country_code TEXT NOT NULL CHECK (length(country_code) = 2),
  name_en      TEXT NOT NULL CHECK (name_en <> ''),
  name_zh      TEXT NOT NULL CHECK (name_zh <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX regions_by_parent ON regions (parent_id);

CREATE TABLE partners (
  id      TEXT NOT NULL PRIMARY KEY CHECK (id NOT GLOB '*[^a-z0-9-]*' AND length(id) BETWEEN 2 AND 60),
  name_en TEXT NOT NULL CHECK (name_en <> ''),
  name_zh TEXT NOT NULL CHECK (name_zh <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE outlets (
  code                 TEXT    NOT NULL PRIMARY KEY
                       CHECK (code NOT GLOB '*[^A-Z0-9-]*' AND length(code) BETWEEN 2 AND 12
                              AND code NOT IN ('IN', 'SEARCH', 'DATA', 'NEAR', 'NEAREST', 'VERIFY')),
  version              INTEGER NOT NULL CHECK (version >= 1),
  changed_seq          INTEGER NOT NULL,
  plaque_code          TEXT    NOT NULL UNIQUE,
  plaque_revoked_at    INTEGER,
  name_en              TEXT    NOT NULL CHECK (name_en <> ''),
  name_zh              TEXT    NOT NULL CHECK (name_zh <> ''),
  kind                 TEXT    NOT NULL CHECK (kind IN ('customer_service_centre', 'special_service_centre', 'in_store', 'mail_in_centre', 'collection_point')),
  tags                 TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  ownership            TEXT    NOT NULL CHECK (ownership IN ('owned', 'authorised')),
  partner_id           TEXT    REFERENCES partners (id),
  region_id            TEXT    NOT NULL REFERENCES regions (id),
  operation            TEXT    NOT NULL CHECK (operation IN ('open', 'suspended', 'closed')),
  suspended_from       TEXT,
  suspended_until      TEXT,
  suspension_reason_en TEXT,
  suspension_reason_zh TEXT,
  qualification        TEXT    NOT NULL CHECK (qualification IN ('qualified', 'on_notice', 'disqualified')),
  qualification_since  TEXT,
  services             TEXT    NOT NULL CHECK (json_valid(services)),
  product_families     TEXT    NOT NULL CHECK (json_valid(product_families)),
  lat                  REAL    NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon                  REAL    NOT NULL CHECK (lon BETWEEN -180 AND 180),
  address_en           TEXT    NOT NULL,
  address_zh           TEXT    NOT NULL,
  floor_en             TEXT,
  floor_zh             TEXT,
  shop_en              TEXT,
  shop_zh              TEXT,
  metro_exit_en        TEXT,
  metro_exit_zh        TEXT,
  phones               TEXT    NOT NULL CHECK (json_valid(phones)),
  hours_text           TEXT,
  hours                TEXT    CHECK (hours IS NULL OR json_valid(hours)),
  last_intake_minutes  INTEGER,             -- null: the network's default
  hours_checked_on     TEXT,
  zone                 TEXT    NOT NULL,
  languages            TEXT    NOT NULL CHECK (json_valid(languages)),
  step_free            INTEGER CHECK (step_free IN (0, 1)),
  counter_seats        INTEGER NOT NULL CHECK (counter_seats >= 0),
  benches              INTEGER NOT NULL CHECK (benches >= 0),
  bucket               INTEGER NOT NULL CHECK (bucket BETWEEN 0 AND 1023),
  opened_on            TEXT,
  closed_on            TEXT,
  updated_at           INTEGER NOT NULL,
  CHECK (operation <> 'closed' OR closed_on IS NOT NULL),
  CHECK (ownership <> 'owned' OR partner_id IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX outlets_by_region ON outlets (region_id);
CREATE INDEX outlets_by_change ON outlets (changed_seq);

-- Whom the network calls at an outlet. Never public, never in an event.
CREATE TABLE outlets_private (
  code     TEXT NOT NULL PRIMARY KEY REFERENCES outlets (code),
  contacts TEXT NOT NULL CHECK (json_valid(contacts))
) STRICT, WITHOUT ROWID;

CREATE TABLE calendars (
  country_code  TEXT    NOT NULL PRIMARY KEY,
  covered_from  TEXT    NOT NULL,           -- first and last local date the table speaks for, inclusive
  covered_until TEXT    NOT NULL,
  source        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_days (
  country_code TEXT NOT NULL REFERENCES calendars (country_code),
  date         TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')), -- 'workday': a weekend day made up for a holiday
  name_en      TEXT NOT NULL,
  name_zh      TEXT NOT NULL,
  PRIMARY KEY (country_code, date)
) STRICT, WITHOUT ROWID;
