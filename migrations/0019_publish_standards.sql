-- What the network promises, version by version, and what regions and outlets promise beyond it. In the hub.

CREATE TABLE standard_sets (
  version        INTEGER NOT NULL PRIMARY KEY CHECK (version >= 1),
  revision       INTEGER NOT NULL CHECK (revision >= 1), -- number of the version's last event
  status         TEXT    NOT NULL CHECK (status IN ('draft', 'published')),
  number         TEXT    NOT NULL CHECK (number <> ''),  -- as a document
  effective_from INTEGER,
  published_at   INTEGER,
  body           TEXT    NOT NULL CHECK (json_valid(body)), -- scope, supervisor, standards
  updated_at     INTEGER NOT NULL,
  CHECK ((status = 'published') = (effective_from IS NOT NULL)),
  CHECK ((status = 'published') = (published_at IS NOT NULL)),
  CHECK (effective_from >= published_at)
) STRICT;

-- Published is published: no command, no script and no slip changes it.
CREATE TRIGGER standard_sets_stay BEFORE UPDATE ON standard_sets WHEN old.status = 'published'
BEGIN SELECT RAISE(ABORT, 'a published standard set stays as it is'); END;

CREATE TABLE pledges (
  place       TEXT    NOT NULL,             -- 'outlet/SZ-001', 'region/cn-zhejiang'
  standard_id TEXT    NOT NULL,
  version     INTEGER NOT NULL CHECK (version >= 1),
  periods     TEXT    NOT NULL CHECK (json_valid(periods)), -- all of them, ended ones too
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (place, standard_id)
) STRICT, WITHOUT ROWID;
