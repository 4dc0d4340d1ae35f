-- Who is named for which outlet, kept by the database itself whoever writes a grant: a list of an outlet's
-- people reads them alone, not all staff of the network.
CREATE TABLE staff_outlets (
  outlet_code TEXT NOT NULL,
  staff_id    TEXT NOT NULL,
  PRIMARY KEY (outlet_code, staff_id)
) STRICT, WITHOUT ROWID;

INSERT INTO staff_outlets (outlet_code, staff_id)
SELECT DISTINCT outlet.value, staff.id
FROM staff, json_each(staff.grants) AS held, json_each(held.value, '$.scope.outlets') AS outlet
WHERE held.value ->> '$.scope.kind' = 'outlets';

CREATE TRIGGER staff_outlets_named AFTER INSERT ON staff BEGIN
  INSERT INTO staff_outlets (outlet_code, staff_id)
  SELECT DISTINCT outlet.value, NEW.id
  FROM json_each(NEW.grants) AS held, json_each(held.value, '$.scope.outlets') AS outlet
  WHERE held.value ->> '$.scope.kind' = 'outlets';
END;

CREATE TRIGGER staff_outlets_renamed AFTER UPDATE OF grants ON staff BEGIN
  DELETE FROM staff_outlets WHERE staff_id = OLD.id AND outlet_code IN (
    SELECT outlet.value
    FROM json_each(OLD.grants) AS held, json_each(held.value, '$.scope.outlets') AS outlet
  );
  INSERT INTO staff_outlets (outlet_code, staff_id)
  SELECT DISTINCT outlet.value, NEW.id
  FROM json_each(NEW.grants) AS held, json_each(held.value, '$.scope.outlets') AS outlet
  WHERE held.value ->> '$.scope.kind' = 'outlets';
END;

CREATE TRIGGER staff_outlets_gone AFTER DELETE ON staff BEGIN
  DELETE FROM staff_outlets WHERE staff_id = OLD.id AND outlet_code IN (
    SELECT outlet.value
    FROM json_each(OLD.grants) AS held, json_each(held.value, '$.scope.outlets') AS outlet
  );
END;
