-- What Today reads of an outlet at every change: who is in its queue, the phones it has in hand, and messages that failed.

-- Without the index over all open repairs' two weeks of announced visits: a screen reads it for each change.
CREATE INDEX repairs_in_hand ON repairs (at_outlet) WHERE status <> 'closed' AND status <> 'requested';
CREATE INDEX bookings_in_queue ON bookings (outlet_code) WHERE status IN ('arrived', 'called');
CREATE INDEX outbox_dead ON outbox (subject) WHERE state = 'dead';
-- A partner's manager chooses among the partner's outlets.
CREATE INDEX IF NOT EXISTS outlets_by_partner ON outlets (partner_id) WHERE partner_id IS NOT NULL;
