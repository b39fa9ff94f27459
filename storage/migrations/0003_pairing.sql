-- Pairing a curator can argue with.

-- How a form is matched. What a curator has changed meanwhile is seen by the revision, never overwritten silently.
CREATE TABLE match_rules (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    form TEXT NOT NULL,
    rules TEXT NOT NULL DEFAULT '',                     -- mentoring/matching_criteria.Rules as JSON
    training INTEGER NOT NULL DEFAULT 0 CHECK (training IN (0, 1)),             -- a mentor must have been trained
    class_teacher INTEGER NOT NULL DEFAULT 0 CHECK (class_teacher IN (0, 1)),   -- one's own class teacher may be the mentor
    revision INTEGER NOT NULL DEFAULT 0,
    changed_by INTEGER REFERENCES persons (id),
    changed_at TEXT,
    PRIMARY KEY (programme_id, form)
);
ALTER TABLE participations ADD COLUMN trained_on TEXT;  -- a mentor's training

-- Drafts and what the curator changed in them.

-- The group meeting.

-- Two keys: guardians, the agreement of a pair.

-- Asking for another pair, ending, pausing.

-- Orders: places and accepted pairs are held by the tables themselves; amendments, scans.

-- Those left without a pair.
