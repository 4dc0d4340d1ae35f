-- Lists of complaints: what is open, everywhere and at an outlet; all of them by when they reached us.
ALTER TABLE complaints ADD COLUMN is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1));
CREATE INDEX complaints_open ON complaints (received_at) WHERE is_open = 1;
CREATE INDEX complaints_open_at ON complaints (outlet_code, received_at) WHERE is_open = 1;
CREATE INDEX complaints_by_receipt ON complaints (received_at);

-- A phone that was lost is an urgent complaint: the clock registers it, and forgets the row.
CREATE TABLE complaints_owed (
  repair_code TEXT    NOT NULL,
  version     INTEGER NOT NULL,              -- of the event that said so
  lost_at     INTEGER NOT NULL,
  PRIMARY KEY (repair_code, version)
) STRICT, WITHOUT ROWID;
