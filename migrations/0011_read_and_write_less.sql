-- A list of an outlet reads two rows a phone, and a step between a phone's coming and its going writes no list anew.

-- Whether a phone is announced, in hand or done with. It changes as the phone comes and as it goes; an index that hung on the
-- status was written anew at every step.
ALTER TABLE repairs ADD COLUMN stage TEXT NOT NULL DEFAULT 'expected'
  CHECK (stage = 'expected' OR stage = 'in_hand' OR stage = 'closed'); -- a list of values would be read as a row
-- What the desk keeps beside a repair and no event tells. In a table of its own it was one row more for every phone of a list.
ALTER TABLE repairs ADD COLUMN assigned_to TEXT; -- staff id
ALTER TABLE repairs ADD COLUMN shelf TEXT;
UPDATE repairs SET
  stage = CASE status WHEN 'requested' THEN 'expected' WHEN 'closed' THEN 'closed' ELSE 'in_hand' END,
  assigned_to = (SELECT repair_jobs.assigned_to FROM repair_jobs WHERE repair_jobs.code = repairs.code),
  shelf = (SELECT repair_jobs.shelf FROM repair_jobs WHERE repair_jobs.code = repairs.code);
DROP TABLE repair_jobs;

DROP INDEX IF EXISTS repairs_open_at;
CREATE INDEX repairs_open_at ON repairs (at_outlet, stage) WHERE stage <> 'closed';
DROP INDEX IF EXISTS repairs_open_away;
CREATE INDEX repairs_open_away ON repairs (home_outlet) WHERE stage <> 'closed' AND home_outlet <> at_outlet;

-- A name that is looked for in the whole network: as many rows as it has bearers, however many outlets there are.
CREATE INDEX IF NOT EXISTS repair_names_by_name ON repair_names (name);
