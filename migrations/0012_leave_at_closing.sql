-- Who waits has left as the outlet closes: the clock of a visit is set as somebody arrives. Those that were never closed
-- before this are closed by the next minutes, a hundred at a time.
UPDATE bookings SET due_at = updated_at + 86400000 WHERE status IN ('arrived', 'called') AND due_at IS NULL;
