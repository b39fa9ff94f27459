-- The life of a pair: notices with manners, meetings in full, the development plan, feedback, safety, the parent's window.

-- Notification manners: the school's calendar, what a person has switched off, the digest, whom to call.

-- Meetings: one ahead of a match; a past one that nobody has logged gives way to the next one.
ALTER TABLE meetings ADD COLUMN lapsed_at TEXT;         -- nobody has said how it went, and the next one is planned
DROP INDEX meetings_one_planned;
CREATE UNIQUE INDEX meetings_one_planned ON meetings (match_id) WHERE state = 'planned' AND lapsed_at IS NULL;

-- The diary: what is written of a meeting, the mentor's report.

-- The development plan and the learning path of a mentee.

-- Feedback: first contact, monthly ratings, what the curator did about a pair that is stuck.

-- «Мне неспокойно»: behind its own wall, with its own journal.

-- The parent's window and pairs at a glance.
