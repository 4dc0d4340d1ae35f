-- Repairs of a time before this system, or of somebody else's, from open data: history, nothing else.
-- Each has one event, 'repair.imported' of 'import/<provider>/<id>'. No status, clock, message or count hangs on them.

CREATE TABLE imported_repairs (
  provider            TEXT    NOT NULL,     -- the provider's name as a code
  id                  TEXT    NOT NULL,     -- the provider's own id
  provider_name       TEXT    NOT NULL,
  country_code        TEXT    NOT NULL CHECK (length(country_code) = 2),
  family              TEXT    NOT NULL CHECK (family IN ('phone', 'tablet', 'laptop', 'watch', 'earbuds')),
  brand               TEXT,                 -- null: nobody knows
  year_of_manufacture INTEGER,
  age_years           REAL,
  fault               TEXT    NOT NULL,     -- a fault category of the open data as a code: 'power_battery'
  status              TEXT    NOT NULL CHECK (status IN ('unknown', 'fixed', 'repairable', 'end_of_life')),
  barrier             TEXT    CHECK (barrier IS NULL OR status = 'end_of_life'),
  outlet_code         TEXT,
  repaired_on         TEXT    NOT NULL,     -- the place's own day
  imported_at         INTEGER NOT NULL,
  PRIMARY KEY (provider, id)
) STRICT, WITHOUT ROWID;
