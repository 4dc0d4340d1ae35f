-- Devices that came back within 30 days, and whose fault that is. Each lies with the repair that it came back with.
CREATE TABLE repeats (
  code         TEXT    NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version >= 0),     -- number of its last event; 0: nobody has classified it
  status       TEXT    NOT NULL CHECK (status IN ('unclassified', 'classified', 'contested', 'decided')),
  outlet_code  TEXT    NOT NULL,                          -- whose repair it was before
  by_outlet    TEXT    NOT NULL,                          -- where it was received again
  came_back_at INTEGER NOT NULL,
  todo_at      INTEGER,                                   -- its place on the list of what is to be done; null: nothing is
  state        TEXT    NOT NULL CHECK (json_valid(state)),
  CHECK ((todo_at IS NOT NULL) = (status IN ('unclassified', 'contested')))
) STRICT, WITHOUT ROWID;
CREATE INDEX repeats_todo ON repeats (todo_at, code) WHERE todo_at IS NOT NULL;
CREATE INDEX repeats_todo_at ON repeats (by_outlet, todo_at, code) WHERE todo_at IS NOT NULL;
CREATE INDEX repeats_of_outlet ON repeats (outlet_code, came_back_at);

-- What was decided stays so: a scorecard may stand on it.
CREATE TRIGGER repeats_stay BEFORE UPDATE ON repeats WHEN old.status = 'decided'
BEGIN SELECT RAISE(ABORT, 'a return stays as it was decided'); END;

-- What was written with a step: free text stands in no event.
CREATE TABLE repeat_words (
  code    TEXT    NOT NULL,
  version INTEGER NOT NULL,                               -- of the event
  words   TEXT    NOT NULL,
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;

-- Those on record.
INSERT INTO repeats
SELECT code, 0, 'unclassified', state ->> '$.figures.repeat.outlet', home_outlet, came_in_at, came_in_at,
  json_object('code', code, 'of', state ->> '$.figures.repeat.of',
    'outlet', state ->> '$.figures.repeat.outlet', 'day', state ->> '$.figures.repeat.day',
    'byOutlet', home_outlet, 'cameBackAt', came_in_at, 'version', 0, 'status', 'unclassified',
    'reason', NULL, 'classifiedBy', NULL, 'contestedBy', NULL, 'decidedBy', NULL, 'contestUntil', NULL)
FROM repairs
WHERE came_in_at IS NOT NULL AND state ->> '$.figures.repeat.afterMs' <= 30 * 86400000;
