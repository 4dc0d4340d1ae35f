-- What outlets say is wrong with what was counted of them, by ids that begin with their time. In the hub.
CREATE TABLE figure_contests (
  id          TEXT    NOT NULL PRIMARY KEY,               -- 'cts_…'
  version     INTEGER NOT NULL CHECK (version >= 1),      -- number of its last event
  outlet_code TEXT    NOT NULL,
  month       TEXT    NOT NULL,
  kpi         TEXT    NOT NULL,
  repair_code TEXT,
  status      TEXT    NOT NULL CHECK (status IN ('open', 'proposed', 'excluded', 'corrected', 'refused')),
  raised_by   TEXT    NOT NULL,
  raised_at   INTEGER NOT NULL,
  decided_by  TEXT    CHECK (decided_by <> raised_by),
  approved_by TEXT    CHECK (approved_by NOT IN (raised_by, decided_by)),
  from_day    TEXT,
  to_day      TEXT,
  reason      TEXT    CHECK (reason IN ('flood', 'power', 'other')),
  updated_at  INTEGER NOT NULL,
  CHECK ((from_day IS NULL) = (to_day IS NULL) AND (from_day IS NULL) = (reason IS NULL)),
  CHECK (from_day <= to_day AND substr(from_day, 1, 7) = month AND substr(to_day, 1, 7) = month),
  CHECK ((status IN ('proposed', 'excluded')) = (from_day IS NOT NULL)),
  CHECK ((status = 'open') = (decided_by IS NULL)),
  CHECK ((status = 'excluded') = (approved_by IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_contests_of_outlet ON figure_contests (outlet_code, id);
CREATE INDEX figure_contests_of_month ON figure_contests (month, status);

-- Figures were published by what was decided: no command, no script and no slip changes it.
CREATE TRIGGER figure_contests_stay BEFORE UPDATE ON figure_contests
WHEN old.status IN ('excluded', 'corrected', 'refused')
BEGIN SELECT RAISE(ABORT, 'a contest stays as it was decided'); END;

-- Words of people about people, apart from what is decided.
CREATE TABLE figure_contest_words (
  id     TEXT NOT NULL PRIMARY KEY,
  said   TEXT NOT NULL,
  answer TEXT
) STRICT, WITHOUT ROWID;
