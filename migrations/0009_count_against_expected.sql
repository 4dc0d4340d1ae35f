-- How many phones were on record at an outlet as its count began: what the person counting sees it run towards.
ALTER TABLE device_counts ADD COLUMN expected INTEGER NOT NULL DEFAULT 0 CHECK (expected >= 0);
