-- What Today reads of an outlet at every change. The status stands in the indexes that hang on it anyway, so that neither
-- the queue nor the phones in hand are searched among two weeks of announced visits, and no command writes a row more.
DROP INDEX IF EXISTS repairs_open_at;
CREATE INDEX repairs_open_at ON repairs (at_outlet, status) WHERE status <> 'closed';
DROP INDEX IF EXISTS bookings_expected;
CREATE INDEX bookings_expected ON bookings (outlet_code, status, starts_at) WHERE status IN ('booked', 'arrived', 'called');
CREATE INDEX IF NOT EXISTS outbox_dead ON outbox (subject) WHERE state = 'dead';
-- A partner's manager chooses among the partner's outlets.
CREATE INDEX IF NOT EXISTS outlets_by_partner ON outlets (partner_id) WHERE partner_id IS NOT NULL;
