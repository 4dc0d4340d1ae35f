-- What one client or one phone may have is counted, and what has lapsed can be found and forgotten.

ALTER TABLE guards ADD COLUMN client_cap INTEGER CONSTRAINT client_cap CHECK (client_cap IS NULL);
ALTER TABLE guards ADD COLUMN phone_cap INTEGER CONSTRAINT phone_cap CHECK (phone_cap IS NULL);

ALTER TABLE holds ADD COLUMN client_hash TEXT; -- keyed hash of the network that asked; null: a script

-- What was asked for on a day (UTC), by keyed hash of who asked. The day comes first: an old one is dropped as a range.
CREATE TABLE allowances (
  day     TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  used    INTEGER NOT NULL,
  PRIMARY KEY (day, subject)
) STRICT, WITHOUT ROWID;

-- Phones whose codes were lost, for the clock of the next minute, whether they have repairs or not. In the hub.
CREATE TABLE lost_codes (
  asked_at   INTEGER NOT NULL,
  phone_hash TEXT    NOT NULL,
  PRIMARY KEY (asked_at, phone_hash)
) STRICT, WITHOUT ROWID;

-- Wrong digits before those that are counted now: whoever goes on guessing waits longer each time.
ALTER TABLE lookup_misses ADD COLUMN earlier INTEGER NOT NULL DEFAULT 0;

-- The minute's sweep finds lapsed holds by it. Misses and command records are swept by ranges of their random keys, since an
-- index would be one row more for every one of them.
CREATE INDEX holds_by_expiry ON holds (expires_at);
