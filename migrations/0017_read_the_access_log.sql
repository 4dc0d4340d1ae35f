-- What one member of staff opened and looked for; asked by customers, and by whoever has a doubt.
CREATE INDEX access_log_by_staff ON access_log (staff_id, at);
