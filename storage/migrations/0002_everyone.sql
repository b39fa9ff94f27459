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

-- A code says the side: «Н» mentees, «М» mentors, «У» participants without a side yet, «Р» parents, «С» staff.
UPDATE persons SET code = CASE substr(code, 1, 1) WHEN 'R' THEN 'Р' WHEN 'S' THEN 'С' ELSE coalesce(
    (SELECT CASE side WHEN 'mentor' THEN 'М' ELSE 'Н' END FROM participations WHERE person_id = persons.id ORDER BY id LIMIT 1),
    'У') END || substr(code, 2) WHERE substr(code, 1, 1) IN ('P', 'R', 'S');

-- The questionnaire at the end of the work, and that of the group meeting: since when each is asked for in a form.
ALTER TABLE programme_forms ADD COLUMN final_from TEXT;
ALTER TABLE programme_forms ADD COLUMN preferences_from TEXT;
ALTER TABLE participations ADD COLUMN finished_at TEXT;    -- final questionnaire sent
CREATE INDEX matches_of_mentor ON matches (mentor_id);

-- Questionnaires and their versions.
-- Every version in which a questionnaire was ever put: the shipped ones (no school) and a school's own.
CREATE TABLE form_versions (
    id INTEGER PRIMARY KEY,
    school_id INTEGER REFERENCES schools (id),
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    source TEXT NOT NULL,                               -- the tables of the XLSForm, in Markdown
    digest TEXT NOT NULL,                               -- SHA-256 of the source
    brought_by INTEGER REFERENCES persons (id),
    brought_at TEXT NOT NULL,
    in_force_at TEXT,                                   -- empty: only tried
    ended_at TEXT                                       -- taken back: the one before it is in force again
);
CREATE UNIQUE INDEX form_versions_named ON form_versions (coalesce(school_id, 0), form, version);
CREATE INDEX form_versions_in_force ON form_versions (school_id, form, in_force_at)
    WHERE in_force_at IS NOT NULL AND ended_at IS NULL;

-- How long a person was at it: pauses of more than some minutes do not count.
-- A draft is found by whose answers it holds, too: the papers of two mentees of one group are entered side by side.
CREATE TABLE drafts_new (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    person_id INTEGER REFERENCES persons (id),          -- for whom the account spoke when it began
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    about INTEGER NOT NULL DEFAULT 0,                   -- the id the form is about: a participation, meeting, person …
    answers TEXT NOT NULL DEFAULT '{}',
    cursor TEXT NOT NULL DEFAULT '',                    -- the question on the screen; empty: the first without an answer
    began_at TEXT NOT NULL,
    touched_at TEXT NOT NULL,
    spent INTEGER NOT NULL DEFAULT 0,                   -- seconds
    for_id INTEGER REFERENCES persons (id)              -- whose paper is entered; empty: one's own answers
);
INSERT INTO drafts_new (id, account_id, person_id, form, version, about, answers, cursor, began_at, touched_at)
    SELECT id, account_id, person_id, form, version, about, answers, cursor, began_at, touched_at FROM drafts;
CREATE TABLE focused AS SELECT id, draft_id FROM accounts WHERE draft_id IS NOT NULL;
UPDATE accounts SET draft_id = NULL WHERE draft_id IS NOT NULL;
DROP TABLE drafts;
ALTER TABLE drafts_new RENAME TO drafts;
UPDATE accounts SET draft_id = (SELECT f.draft_id FROM focused f WHERE f.id = accounts.id)
    WHERE id IN (SELECT id FROM focused);
DROP TABLE focused;
CREATE UNIQUE INDEX drafts_own ON drafts (account_id, form, about, coalesce(for_id, 0));
ALTER TABLE submissions ADD COLUMN began_at TEXT;
ALTER TABLE submissions ADD COLUMN spent INTEGER;
CREATE INDEX journal_begun ON journal (school_id, details) WHERE deed = 'questionnaire-begun';
CREATE INDEX drafts_by_form ON drafts (form);

-- Questionnaires on paper: what the code of a printed sheet leads to, who may enter them, whose answers a draft holds.
CREATE TABLE sheets (
    link_id INTEGER PRIMARY KEY REFERENCES links (id) ON DELETE CASCADE,
    form TEXT NOT NULL,
    about INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE paper_helpers (
    person_id INTEGER PRIMARY KEY REFERENCES persons (id) ON DELETE CASCADE,
    named_by INTEGER REFERENCES persons (id),
    named_at TEXT NOT NULL
);

-- What third parties and specialists say; first and last measurements.
-- Who has been asked about whom (stage 2); a person disappears from the lists with their consent, the line stays.
CREATE TABLE asks (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),         -- about whom
    party TEXT NOT NULL CHECK (party IN ('class_teacher', 'psychologist', 'social_worker', 'parent', 'methodist')),
    asked_by INTEGER REFERENCES persons (id),
    asked_at TEXT NOT NULL,
    PRIMARY KEY (programme_id, party, person_id)
);
CREATE INDEX asks_by_person ON asks (person_id);

-- What they said. Kept apart from questionnaires, so that whoever reads those reads none of these.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),         -- about whom
    party TEXT NOT NULL CHECK (party IN ('class_teacher', 'psychologist', 'social_worker', 'parent', 'methodist')),
    author_id INTEGER NOT NULL REFERENCES persons (id),
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    answers TEXT NOT NULL,
    written_at TEXT NOT NULL,
    changed_at TEXT,
    UNIQUE (programme_id, person_id, party, author_id)
);
CREATE INDEX notes_by_person ON notes (person_id);
CREATE INDEX notes_by_author ON notes (author_id);

-- Parameters of impact before and after, by the names of mentoring/baseline.py: the same name is the same measure.
CREATE TABLE measures (
    participation_id INTEGER NOT NULL REFERENCES participations (id),
    phase TEXT NOT NULL CHECK (phase IN ('entry', 'final')),
    parameter TEXT NOT NULL,
    value INTEGER NOT NULL,
    entered_by INTEGER REFERENCES persons (id),
    entered_at TEXT NOT NULL,
    PRIMARY KEY (participation_id, phase, parameter)
);

-- Psychological measures: a level 1 to 3, never a test; read only as totals of five or more (ст. 44 273-ФЗ).
CREATE TABLE levels (
    participation_id INTEGER NOT NULL REFERENCES participations (id),
    phase TEXT NOT NULL CHECK (phase IN ('entry', 'final')),
    parameter TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
    entered_by INTEGER REFERENCES persons (id),
    entered_at TEXT NOT NULL,
    PRIMARY KEY (participation_id, phase, parameter)
);

-- The indicator sheet of a form: X at the entry, Y at the end, about the school and not about a person.
CREATE TABLE indicators (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    form TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('entry', 'final')),
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL,
    entered_by INTEGER REFERENCES persons (id),
    entered_at TEXT NOT NULL,
    PRIMARY KEY (programme_id, form, phase, indicator)
);

-- Consents: one answer for each purpose and scope, from each who may give it; what the school says of itself in them.
ALTER TABLE consents ADD COLUMN scope TEXT NOT NULL DEFAULT '';         -- the exact addresses or partners, one a line
ALTER TABLE consents ADD COLUMN terms TEXT NOT NULL DEFAULT '';         -- of distribution: what may be told of a person
ALTER TABLE consents ADD COLUMN document TEXT NOT NULL DEFAULT '';      -- the kind of an electronic document
ALTER TABLE consents ADD COLUMN checked_at TEXT;
ALTER TABLE consents ADD COLUMN withdrawn_by INTEGER REFERENCES persons (id);   -- empty: a later answer took its place
DROP INDEX consents_live;
CREATE UNIQUE INDEX consents_live ON consents (person_id, purpose, scope, capacity, way, coalesce(given_by, 0))
    WHERE withdrawn_at IS NULL;
-- Ticked in a list by a curator: whose papers have come back, until their date and place are told.
CREATE TABLE consent_ticks (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    purpose TEXT NOT NULL,
    PRIMARY KEY (account_id, purpose, person_id)
);
ALTER TABLE guardianships ADD COLUMN confirmed_at TEXT;                 -- the curator: this really is the guardian
ALTER TABLE guardianships ADD COLUMN confirmed_by INTEGER REFERENCES persons (id);
ALTER TABLE guardianships ADD COLUMN barred_at TEXT;                    -- may not decide: their answers do not count
ALTER TABLE guardianships ADD COLUMN barred_by INTEGER REFERENCES persons (id);
ALTER TABLE schools ADD COLUMN taxpayer_number TEXT NOT NULL DEFAULT '';   -- ИНН
ALTER TABLE schools ADD COLUMN register_number TEXT NOT NULL DEFAULT '';   -- ОГРН
ALTER TABLE schools ADD COLUMN contact TEXT NOT NULL DEFAULT '';           -- phone or e-mail of the operator
ALTER TABLE schools ADD COLUMN sites TEXT NOT NULL DEFAULT '';             -- addresses people may be shown at, one a line
ALTER TABLE schools ADD COLUMN partners TEXT NOT NULL DEFAULT '';          -- who data may be passed to, one a line

-- Withdrawal, erasure, what was looked at.
-- A consent taken back: what it touched, and what the curator must still do about it by a day (ст. 10.1, 21 152-ФЗ).
CREATE TABLE withdrawals (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    purpose TEXT NOT NULL,
    by_id INTEGER REFERENCES persons (id),
    at TEXT NOT NULL,
    touched TEXT NOT NULL DEFAULT '{}',                 -- JSON: what stopped, and how much of it
    due_on TEXT,                                        -- published or passed on: taken down by this day …
    done_at TEXT,                                       -- … as the curator has confirmed
    done_by INTEGER REFERENCES persons (id),
    cancelled_at TEXT                                   -- agreed anew before the data were erased
);
CREATE INDEX withdrawals_by_person ON withdrawals (person_id);
CREATE INDEX withdrawals_to_do ON withdrawals (school_id, due_on)
    WHERE due_on IS NOT NULL AND done_at IS NULL AND cancelled_at IS NULL;

-- Acts of destruction (приказ РКН № 179): about a number, kept three years, then gone.
CREATE TABLE acts (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    number INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES persons (id), -- the blank row that stands in the person's place
    subject TEXT NOT NULL,                              -- the random number it is known by
    ground TEXT NOT NULL CHECK (ground IN ('withdrawn', 'turned_away', 'over')),
    asked_on TEXT,
    destroyed_at TEXT NOT NULL,
    categories TEXT NOT NULL,                           -- JSON: categories of what was destroyed
    staying TEXT NOT NULL,                              -- JSON: what stays, by the ground on which it does
    by_id INTEGER REFERENCES persons (id),              -- the curator who did not wait; empty: the bot, at the end of the clock
    journal_id INTEGER NOT NULL,                        -- the line of the journal it is about
    signed_on TEXT,
    original TEXT NOT NULL DEFAULT '',                  -- where the signed paper lies
    UNIQUE (school_id, number)
);
CREATE INDEX acts_unsigned ON acts (school_id, id) WHERE signed_on IS NULL;

-- Scores of people who were erased, for the statistics before and after: without a person, a day or a word of theirs.
CREATE TABLE detached_scores (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    ballot TEXT NOT NULL,                               -- random; the same for the first and the last of one person
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    scores TEXT NOT NULL                                -- JSON: numbers by the question's name
);
CREATE INDEX detached_scores_by_form ON detached_scores (programme_id, form);

CREATE INDEX persons_by_birth ON persons (school_id, birth_date)
    WHERE birth_date IS NOT NULL AND removed_at IS NULL AND erased_at IS NULL;
CREATE INDEX journal_card_opened ON journal (subject_id, id) WHERE deed = 'card-opened';

-- The poll: what was wished, never by whom. A ballot is a random number of one answer's own.
CREATE TABLE poll_answers (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    ballot TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who IN ('pupil', 'teacher', 'guardian', 'student', 'partner')),
    level INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 11),
    wish TEXT NOT NULL CHECK (wish IN ('mentor', 'mentee', 'both', 'nothing')),
    form TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (programme_id, ballot)
);
