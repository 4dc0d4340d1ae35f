-- An outlet's month, scored: frozen as it is closed. Stands in the hub, a row for each outlet and month.
CREATE TABLE scorecards (
  outlet_code TEXT    NOT NULL,
  month       TEXT    NOT NULL,
  -- As they were when the month was closed.
  region_id   TEXT    NOT NULL,
  partner_id  TEXT,
  name_en     TEXT    NOT NULL,
  name_zh     TEXT    NOT NULL,
  method      INTEGER NOT NULL CHECK (method >= 1),
  score       REAL    CHECK (score BETWEEN 0 AND 100), -- NULL = too little was applicable
  applicable  INTEGER NOT NULL CHECK (applicable BETWEEN 0 AND 100),
  stars       INTEGER NOT NULL CHECK (stars IN (0, 3, 4, 5)),
  gap         REAL    NOT NULL,                        -- points short of the pass mark; without a score below all
  line        TEXT    NOT NULL CHECK (json_valid(line)), -- what a list shows: worst criterion, breaches, months before
  card        TEXT    NOT NULL CHECK (json_valid(card)), -- every criterion with its points
  PRIMARY KEY (outlet_code, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX scorecards_worst ON scorecards (month, gap DESC);
CREATE INDEX scorecards_region ON scorecards (month, region_id);
CREATE INDEX scorecards_partner ON scorecards (month, partner_id) WHERE partner_id IS NOT NULL;

CREATE TRIGGER scorecards_stay BEFORE UPDATE ON scorecards
BEGIN SELECT RAISE(ABORT, 'a closed scorecard stays as it is'); END;

-- Where the process about an outlet's qualification stands: the fold of its events. In the hub.
CREATE TABLE qualifications (
  outlet_code TEXT    NOT NULL PRIMARY KEY,
  version     INTEGER NOT NULL CHECK (version >= 1), -- number of its last event
  status      TEXT    NOT NULL CHECK (status IN ('clear', 'reviewing', 'on_notice', 'curing',
                                                 'suspended', 'disqualified', 'appealed')),
  is_open     INTEGER NOT NULL CHECK (is_open IN (0, 1)), -- somebody owes a step
  due_at      INTEGER,                                    -- when the next clock runs out
  state       TEXT    NOT NULL CHECK (json_valid(state)),
  updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX qualifications_open ON qualifications (is_open, outlet_code) WHERE is_open = 1;
CREATE INDEX qualifications_due ON qualifications (due_at) WHERE due_at IS NOT NULL;

-- What was written with a step: free text stands in no event.
CREATE TABLE qualification_words (
  outlet_code TEXT    NOT NULL,
  version     INTEGER NOT NULL,                        -- of the event
  words       TEXT    NOT NULL CHECK (json_valid(words)), -- text, evidence
  PRIMARY KEY (outlet_code, version)
) STRICT, WITHOUT ROWID;
