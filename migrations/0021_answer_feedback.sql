-- What a person still has to do about feedback: the earliest deadline of an answer or a decision that is
-- awaited, missed or not. The lists of the desk, of the whole network and of an outlet, hang on it.
ALTER TABLE feedback ADD COLUMN todo_at INTEGER;
CREATE INDEX feedback_to_do ON feedback (todo_at) WHERE todo_at IS NOT NULL;
CREATE INDEX feedback_to_do_of ON feedback (outlet_code, todo_at) WHERE todo_at IS NOT NULL;
CREATE INDEX feedback_by_time ON feedback (received_at);
CREATE INDEX feedback_of_outlet ON feedback (outlet_code, received_at);
