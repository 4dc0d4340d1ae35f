-- A list of complaints comes in pages, what is due first at its beginning. Instants are epoch ms.
-- listed_at: when the next word of an open complaint is due; what owes none comes behind all that does, by
-- when it reached us; null once it is closed.
ALTER TABLE complaints ADD COLUMN listed_at INTEGER;
UPDATE complaints SET listed_at = min(
  CASE WHEN status = 'answered' OR state ->> '$.rounds[#-1].contact.metAt' IS NOT NULL THEN 4000000000000000 + received_at
    ELSE coalesce(state ->> '$.rounds[#-1].contact.dueAt', 4000000000000000 + received_at) END,
  CASE WHEN status = 'answered' OR state ->> '$.rounds[#-1].report.metAt' IS NOT NULL THEN 4000000000000000 + received_at
    ELSE coalesce(state ->> '$.rounds[#-1].report.dueAt', 4000000000000000 + received_at) END,
  CASE WHEN status = 'answered' OR state ->> '$.rounds[#-1].answer.metAt' IS NOT NULL THEN 4000000000000000 + received_at
    ELSE coalesce(state ->> '$.rounds[#-1].answer.dueAt', 4000000000000000 + received_at) END)
WHERE is_open = 1;
DROP INDEX complaints_open;
DROP INDEX complaints_open_at;
ALTER TABLE complaints DROP COLUMN is_open;
CREATE INDEX complaints_listed ON complaints (listed_at) WHERE listed_at IS NOT NULL;
CREATE INDEX complaints_listed_of ON complaints (outlet_code, listed_at) WHERE listed_at IS NOT NULL;

-- A link ends 90 days after what it leads to, which is read with it: nothing has to end it by hand.
ALTER TABLE voice_links DROP COLUMN lives_until;

-- Two complaints that are merged into each other at once: the second write finds the first one closed.
ALTER TABLE guards ADD COLUMN merge_closed INTEGER CONSTRAINT merge_closed CHECK (merge_closed IS NULL);
