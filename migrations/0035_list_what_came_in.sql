-- The repairs behind an outlet's figures, the last to come in first. Written as a phone is received, and by no step after it.
ALTER TABLE repairs ADD COLUMN came_in_at INTEGER; -- null: not here yet
UPDATE repairs SET came_in_at = state ->> '$.receivedAt';
CREATE INDEX repairs_came_in ON repairs (home_outlet, came_in_at) WHERE came_in_at IS NOT NULL;
