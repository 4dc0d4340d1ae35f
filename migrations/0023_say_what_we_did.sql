-- What the network does about what it heard. Stands in the hub; nothing ever takes a row away.
CREATE TABLE improvements (
  id         TEXT    NOT NULL PRIMARY KEY, -- 'imp_…'
  version    INTEGER NOT NULL CHECK (version >= 1),
  in_list    TEXT    NOT NULL,             -- where it stands in a list: what is still to be done by its day, then what ended, latest first
  is_public  INTEGER NOT NULL CHECK (is_public IN (0, 1)),
  state      TEXT    NOT NULL CHECK (json_valid(state)), -- the fold of its events
  words      TEXT    NOT NULL CHECK (json_valid(words)), -- what was heard, what is done, evidence, reason; both languages
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX improvements_in_list ON improvements (in_list);
CREATE INDEX improvements_public ON improvements (in_list) WHERE is_public = 1;

-- What complaints say of an outlet, newest first.
CREATE INDEX complaints_of_outlet ON complaints (outlet_code, received_at);
