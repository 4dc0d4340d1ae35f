-- Everything of one outlet's work. These tables stand in every database that buckets are mapped to; by default that is the hub.
-- Instants are epoch ms, local days 'YYYY-MM-DD'. `state` is the fold of the subject's events, kept for reading.

-- A statement that must have changed a row is followed by an insert here: when it changed none, the named check fails and the batch with it.
CREATE TABLE guards (
  hold_gone  INTEGER CONSTRAINT hold_gone CHECK (hold_gone IS NULL),
  queue_gone INTEGER CONSTRAINT queue_gone CHECK (queue_gone IS NULL)
) STRICT;

CREATE TABLE slots (
  outlet_code   TEXT    NOT NULL,
  starts_at     INTEGER NOT NULL,
  seats         INTEGER NOT NULL,
  seats_taken   INTEGER NOT NULL,
  benches       INTEGER NOT NULL,
  benches_taken INTEGER NOT NULL,
  PRIMARY KEY (outlet_code, starts_at),
  CONSTRAINT slot_full CHECK (seats_taken BETWEEN 0 AND seats),
  CONSTRAINT bench_full CHECK (benches_taken BETWEEN 0 AND benches)
) STRICT, WITHOUT ROWID;

-- A seat kept for ten minutes. A lapsed one is taken off by the next hold of that slot.
CREATE TABLE holds (
  outlet_code TEXT    NOT NULL,
  starts_at   INTEGER NOT NULL,
  id          TEXT    NOT NULL,             -- 'hld_…', names outlet and start
  service     TEXT    NOT NULL CHECK (service IN ('repair', 'one_hour', 'software_update', 'data_help')),
  takes_bench INTEGER NOT NULL CHECK (takes_bench IN (0, 1)),
  expires_at  INTEGER NOT NULL,
  CONSTRAINT hold_exists PRIMARY KEY (outlet_code, starts_at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bookings (
  code        TEXT    NOT NULL PRIMARY KEY, -- shared with its repair
  version     INTEGER NOT NULL CHECK (version >= 1),
  outlet_code TEXT    NOT NULL,
  starts_at   INTEGER,                      -- null: a walk-in
  status      TEXT    NOT NULL CHECK (status IN ('booked', 'arrived', 'called', 'served', 'left', 'no_show', 'cancelled')),
  state       TEXT    NOT NULL CHECK (json_valid(state)),
  due_at      INTEGER,                      -- when the clock acts next
  updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX bookings_by_due ON bookings (due_at) WHERE due_at IS NOT NULL;

-- The last queue number of an outlet's day.
CREATE TABLE queues (
  outlet_code  TEXT    NOT NULL,
  service_date TEXT    NOT NULL,
  last_number  INTEGER NOT NULL,
  PRIMARY KEY (outlet_code, service_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE repairs (
  code        TEXT    NOT NULL PRIMARY KEY,
  version     INTEGER NOT NULL CHECK (version >= 1),
  status      TEXT    NOT NULL CHECK (status IN ('requested', 'in_transit_in', 'received', 'diagnosing', 'awaiting_decision', 'awaiting_parts', 'repairing', 'quality_check', 'in_transfer', 'ready', 'in_transit_out', 'lost', 'closed')),
  home_outlet TEXT    NOT NULL,
  at_outlet   TEXT    NOT NULL,
  zone         TEXT    NOT NULL,            -- of the outlet where the phone is: its local days, its working days
  country_code TEXT    NOT NULL,
  state       TEXT    NOT NULL CHECK (json_valid(state)),
  digits_hash TEXT,                         -- keyed hash of code and the phone's last four digits; gone after erasure
  phone_hash  TEXT,                         -- keyed hash of the contact phone
  due_at      INTEGER,                      -- when the clock acts next
  updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX repairs_by_phone ON repairs (phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX repairs_by_due ON repairs (due_at) WHERE due_at IS NOT NULL;

-- Everything personal. Erasure deletes the row; events, outbox and command records never hold any of it.
CREATE TABLE repairs_private (
  code    TEXT NOT NULL PRIMARY KEY,
  contact TEXT NOT NULL CHECK (json_valid(contact)),
  device  TEXT NOT NULL CHECK (json_valid(device)),
  words   TEXT NOT NULL CHECK (json_valid(words)),
  consent TEXT NOT NULL CHECK (json_valid(consent))
) STRICT, WITHOUT ROWID;

-- The chain of a device: keyed hashes of its IMEIs and serial, and the repairs it came with.
CREATE TABLE device_ids (
  id_hash     TEXT    NOT NULL,
  code        TEXT    NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (id_hash, code)
) STRICT, WITHOUT ROWID;

-- Links in messages. The token itself is never stored.
CREATE TABLE links (
  token_hash  TEXT    NOT NULL PRIMARY KEY,
  code        TEXT    NOT NULL,
  purpose     TEXT    NOT NULL CHECK (purpose IN ('status', 'answer')),
  ask_version INTEGER,
  created_at  INTEGER NOT NULL,
  CHECK ((purpose = 'answer') = (ask_version IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Wrong digits per code, whether the code exists or not.
CREATE TABLE lookup_misses (
  code     TEXT    NOT NULL PRIMARY KEY,
  misses   INTEGER NOT NULL,
  first_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages to send. Words and addresses are put in when it is delivered.
CREATE TABLE outbox (
  subject     TEXT    NOT NULL,             -- of the event that asks for it
  version     INTEGER NOT NULL,
  template    TEXT    NOT NULL,
  due_at      INTEGER,                      -- null: finished
  attempts    INTEGER NOT NULL DEFAULT 0,
  state       TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dropped', 'dead')),
  last_error  TEXT,
  created_at  INTEGER NOT NULL,
  finished_at INTEGER,
  PRIMARY KEY (subject, version, template),
  CHECK ((state = 'waiting') = (due_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_by_due ON outbox (due_at) WHERE due_at IS NOT NULL;

-- Packed counts of an outlet's day and month, changed by signed additions only.
CREATE TABLE kpi_days (
  outlet_code  TEXT NOT NULL,
  service_date TEXT NOT NULL,
  counts       TEXT NOT NULL CHECK (json_valid(counts)),
  PRIMARY KEY (outlet_code, service_date)
) STRICT, WITHOUT ROWID;
CREATE TABLE kpi_months (
  outlet_code TEXT NOT NULL,
  month       TEXT NOT NULL,
  counts      TEXT NOT NULL CHECK (json_valid(counts)),
  PRIMARY KEY (outlet_code, month)
) STRICT, WITHOUT ROWID;
