-- What ended and is to be asked about, until its survey is made: one row in the batch that ends it. Instants are epoch ms.
CREATE TABLE survey_wanted (
  due_at INTEGER NOT NULL,
  id     TEXT    NOT NULL,                  -- of the survey to be made
  kind   TEXT    NOT NULL,
  wave   TEXT,                              -- of the panel
  PRIMARY KEY (due_at, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE surveys ADD COLUMN wave TEXT;
ALTER TABLE surveys ADD COLUMN answered_at INTEGER;  -- first answer
ALTER TABLE surveys ADD COLUMN desk_due_at INTEGER;  -- when the desk must have called back or decided; null: nothing is open
CREATE INDEX surveys_ended ON surveys (received_at);
CREATE INDEX surveys_of_wave ON surveys (wave) WHERE wave IS NOT NULL;
CREATE INDEX surveys_answered ON surveys (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX surveys_answered_at ON surveys (outlet_code, answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX surveys_open ON surveys (desk_due_at) WHERE desk_due_at IS NOT NULL;
CREATE INDEX surveys_open_at ON surveys (outlet_code, desk_due_at) WHERE desk_due_at IS NOT NULL;

-- Waves of the half-yearly panel. They stand in the hub; what is asked in them lies where its repair lies.
CREATE TABLE survey_waves (
  id         TEXT    NOT NULL PRIMARY KEY,  -- 'wav_…', begins with its time
  from_day   TEXT    NOT NULL,
  until_day  TEXT    NOT NULL,              -- included
  wanted     INTEGER NOT NULL,
  asked      INTEGER NOT NULL,
  eligible   INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
