-- Everyone's questionnaires and consents, and privacy as a state.

-- Invitations: a poll that keeps nothing of whoever answers, and a printed questionnaire that is found by its code.
CREATE TABLE links_new (
    id INTEGER PRIMARY KEY,
    token TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL CHECK (purpose IN ('claim', 'join', 'staff', 'guardian', 'personal', 'poll', 'sheet')),
    school_id INTEGER REFERENCES schools (id),
    role TEXT NOT NULL DEFAULT '',                      -- staff role, or the kind of person a join link is for
    class_level INTEGER,
    class_letter TEXT NOT NULL DEFAULT '',
    person_id INTEGER REFERENCES persons (id),          -- the child of a guardian's link, the owner of a personal code
    uses_left INTEGER,                                  -- empty: any number
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL,
    expires_at TEXT,
    closed_at TEXT
);
INSERT INTO links_new SELECT * FROM links;
DROP TABLE links;
ALTER TABLE links_new RENAME TO links;
CREATE INDEX links_by_person ON links (person_id) WHERE person_id IS NOT NULL;

-- An age as a band, where no birth date is kept.
ALTER TABLE persons ADD COLUMN age_band TEXT CHECK (age_band IN ('child', 'teen', 'adult'));

-- Questionnaires and their versions.

-- What third parties and specialists say; first and last measurements.

-- Consents.

-- Withdrawal, erasure, what was looked at.

-- The poll.
