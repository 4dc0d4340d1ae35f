-- Whoever shut somebody out is known when somebody else would let them in again.
ALTER TABLE staff ADD COLUMN disabled_by TEXT; -- staff id; null: not disabled, or by nobody on record
UPDATE staff SET disabled_by = (
  SELECT actor FROM events WHERE subject = 'staff/' || staff.id AND type = 'staff.disabled' ORDER BY version DESC LIMIT 1)
  WHERE disabled_at IS NOT NULL;

-- A password that somebody else has seen opens nothing but the way to one's own.
ALTER TABLE staff ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1));
