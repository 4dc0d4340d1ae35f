-- Whom and what a manager may see is found by scope and by name, never by reading everything.

-- One row for each place that somebody's roles are held for: 'network' '', 'region' id, 'partner' id, 'outlet' code.
-- Kept by triggers, so that whoever writes grants writes these. Two roles at one place are one row: DISTINCT, since an
-- upsert's own conflict clause takes the place of a trigger's OR IGNORE.
CREATE TABLE staff_scopes (
  kind     TEXT NOT NULL CHECK (kind IN ('network', 'region', 'partner', 'outlet')),
  place    TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  PRIMARY KEY (kind, place, staff_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_scopes_by_staff ON staff_scopes (staff_id);

CREATE VIEW staff_places AS
  SELECT staff.id AS staff_id,
    CASE given.value ->> '$.scope.kind' WHEN 'outlets' THEN 'outlet' ELSE given.value ->> '$.scope.kind' END AS kind,
    coalesce(given.value ->> '$.scope.region', given.value ->> '$.scope.partner', named.value, '') AS place
  FROM staff CROSS JOIN json_each(staff.grants) AS given
    LEFT JOIN json_each(coalesce(given.value -> '$.scope.outlets', '[]')) AS named ON true;

INSERT OR IGNORE INTO staff_scopes (kind, place, staff_id) SELECT kind, place, staff_id FROM staff_places;

CREATE TRIGGER staff_scopes_added AFTER INSERT ON staff BEGIN
  INSERT OR IGNORE INTO staff_scopes (kind, place, staff_id)
    SELECT DISTINCT kind, place, staff_id FROM staff_places WHERE staff_id = NEW.id;
END;
CREATE TRIGGER staff_scopes_changed AFTER UPDATE OF grants ON staff BEGIN
  DELETE FROM staff_scopes WHERE staff_id = NEW.id;
  INSERT OR IGNORE INTO staff_scopes (kind, place, staff_id)
    SELECT DISTINCT kind, place, staff_id FROM staff_places WHERE staff_id = NEW.id;
END;
CREATE TRIGGER staff_scopes_gone AFTER DELETE ON staff BEGIN
  DELETE FROM staff_scopes WHERE staff_id = OLD.id;
END;

CREATE INDEX staff_by_name ON staff (name, id);
-- Who administers the whole network and may be in.
CREATE INDEX staff_administrators ON staff (is_demo)
  WHERE disabled_at IS NULL AND instr(grants, '"role":"hq_admin","scope":{"kind":"network"}') > 0;
-- A command that would leave the network without an administrator fails here.
ALTER TABLE guards ADD COLUMN last_admin INTEGER CONSTRAINT last_admin CHECK (last_admin IS NULL);

CREATE INDEX outlets_by_name_en ON outlets (name_en COLLATE NOCASE);
CREATE INDEX outlets_by_name_zh ON outlets (name_zh);
CREATE INDEX IF NOT EXISTS outlets_by_partner ON outlets (partner_id) WHERE partner_id IS NOT NULL;

-- Messages nobody got: few, and each one's delivery is somebody's to mend.
CREATE INDEX outbox_dead_by_time ON outbox (finished_at) WHERE state = 'dead';
