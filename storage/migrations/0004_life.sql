-- The life of a pair: notices with manners, meetings in full, the development plan, feedback, safety, the parent's window.

-- Notification manners: the school's calendar, what a person has switched off, the digest, whom to call.
CREATE TABLE notices_now (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    person_id INTEGER REFERENCES persons (id),          -- empty: a deed of the bot's own (an offer lapses …)
    lane INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 4), -- 0 safety, 1 deeds, 2 answers, 3 reminders, 4 broadcasts
    kind TEXT NOT NULL,
    about INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    key TEXT NOT NULL UNIQUE,
    not_before TEXT NOT NULL,
    not_after TEXT,
    any_hour INTEGER NOT NULL DEFAULT 0,                -- 1: quiet hours do not hold it
    any_day INTEGER NOT NULL DEFAULT 0,                 -- 1: holidays do not hold it
    attempts INTEGER NOT NULL DEFAULT 0,
    parked_at TEXT,                                     -- it waits for its person to come back, or in a digest
    told_in INTEGER REFERENCES notices_now (id),        -- the digest that tells of it
    done_at TEXT,
    outcome TEXT CHECK (outcome IN ('sent', 'untrue', 'late', 'unwanted', 'unreachable', 'failed', 'done'))
);
INSERT INTO notices_now (id, school_id, person_id, lane, kind, about, revision, key, not_before, not_after, any_hour,
        attempts, done_at, outcome)
    SELECT id, school_id, person_id, lane + 1, kind, about, revision, key, not_before, not_after, any_hour,
        attempts, done_at, outcome FROM notices;
DROP TABLE notices;
ALTER TABLE notices_now RENAME TO notices;
CREATE INDEX notices_due ON notices (lane, not_before, id) WHERE done_at IS NULL AND parked_at IS NULL;
CREATE INDEX notices_next ON notices (not_before) WHERE done_at IS NULL AND parked_at IS NULL;
CREATE INDEX notices_parked ON notices (person_id) WHERE done_at IS NULL AND parked_at IS NOT NULL;
CREATE INDEX notices_told_in ON notices (told_in) WHERE told_in IS NOT NULL;
CREATE INDEX notices_about ON notices (kind, about);
CREATE INDEX notices_by_person ON notices (person_id, kind, done_at);
CREATE TABLE holidays (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL CHECK (last_on >= first_on),
    kind TEXT NOT NULL CHECK (kind IN ('autumn', 'winter', 'spring', 'summer', 'other')),
    UNIQUE (school_id, first_on)
);
CREATE TABLE switched_off (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    switch TEXT NOT NULL CHECK (switch IN ('meetings', 'nudges', 'news')),
    since TEXT NOT NULL,
    PRIMARY KEY (person_id, switch)
) WITHOUT ROWID;
CREATE TABLE digest_hours (                             -- of a curator who has chosen one
    person_id INTEGER PRIMARY KEY REFERENCES persons (id),
    hour TEXT NOT NULL                                  -- local; empty: everything at once
);
CREATE TABLE calls (                                    -- somebody whom the bot cannot reach is to be called
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    since TEXT NOT NULL,
    done_at TEXT,
    done_by INTEGER REFERENCES persons (id),            -- empty: they came back by themselves
    outcome TEXT CHECK (outcome IN ('back', 'will_be', 'otherwise', 'leaves'))
);
CREATE UNIQUE INDEX calls_open ON calls (person_id) WHERE done_at IS NULL;
CREATE INDEX calls_of_school ON calls (school_id, since) WHERE done_at IS NULL;

-- Meetings: one ahead of a match; a past one that nobody has logged gives way to the next one.
ALTER TABLE meetings ADD COLUMN lapsed_at TEXT;         -- nobody has said how it went, and the next one is planned
DROP INDEX meetings_one_planned;
CREATE UNIQUE INDEX meetings_one_planned ON meetings (match_id) WHERE state = 'planned' AND lapsed_at IS NULL;
-- A pair that meets every week or two: each next meeting is planned by itself when the one before is over.
CREATE TABLE rhythms (
    id INTEGER PRIMARY KEY,
    match_id INTEGER NOT NULL REFERENCES matches (id),
    weeks INTEGER NOT NULL CHECK (weeks IN (1, 2)),
    first_at TEXT NOT NULL,                             -- by the school's clock, without a zone: the weekday and hour
    until_on TEXT NOT NULL,
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL,
    stopped_at TEXT
);
CREATE UNIQUE INDEX rhythms_one_running ON rhythms (match_id) WHERE stopped_at IS NULL;
ALTER TABLE meetings ADD COLUMN rhythm_id INTEGER REFERENCES rhythms (id);
ALTER TABLE meetings ADD COLUMN stands_on TEXT;         -- the day of the rhythm it stands for, wherever it was moved
ALTER TABLE meetings ADD COLUMN places INTEGER NOT NULL DEFAULT 0;          -- how often the place was changed
-- Meetings moved and cancelled: by whom, and why, which only curators see.
CREATE TABLE meeting_moves (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    was_at TEXT NOT NULL,
    now_at TEXT,                                        -- none: cancelled
    by_id INTEGER REFERENCES persons (id),              -- none: the bot, with the end, the freezing or a pause of the pair
    reason TEXT NOT NULL DEFAULT '' CHECK (reason IN ('', 'ill', 'busy', 'late', 'other', 'none')),
    at TEXT NOT NULL
);
CREATE INDEX meeting_moves_by_meeting ON meeting_moves (meeting_id);
-- A mentee proposes another time, or a first one; one open proposal of a person in a match.
CREATE TABLE meeting_proposals (
    id INTEGER PRIMARY KEY,
    match_id INTEGER NOT NULL REFERENCES matches (id),
    meeting_id INTEGER REFERENCES meetings (id),        -- none: no meeting was planned
    person_id INTEGER NOT NULL REFERENCES persons (id),
    starts_at TEXT NOT NULL,
    made_at TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('agreed', 'kept', 'other', 'dropped')),
    answered_at TEXT
);
CREATE UNIQUE INDEX meeting_proposals_one_open ON meeting_proposals (match_id, person_id) WHERE answer IS NULL;

-- The diary: what is written of a meeting, the mentor's report.
ALTER TABLE meetings ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN task TEXT NOT NULL DEFAULT '';              -- agreed for the next one
ALTER TABLE meetings ADD COLUMN trouble TEXT NOT NULL DEFAULT '';           -- seen by curators only
ALTER TABLE meetings ADD COLUMN way TEXT NOT NULL DEFAULT '' CHECK (way IN ('', 'place', 'online'));    -- '': as the place says
ALTER TABLE meetings ADD COLUMN checked_at TEXT;        -- a curator has looked at the entry
ALTER TABLE meetings ADD COLUMN checked_by INTEGER REFERENCES persons (id);
-- Who of a group came, as the mentor says.
CREATE TABLE attendance (
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    came INTEGER NOT NULL DEFAULT 1 CHECK (came IN (0, 1)),
    PRIMARY KEY (meeting_id, person_id)
) WITHOUT ROWID;
-- A mentor's spoken note: the messenger keeps the sound.
CREATE TABLE voices (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    file_key TEXT NOT NULL UNIQUE,
    seconds INTEGER NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX voices_by_meeting ON voices (meeting_id);
-- How each side found a meeting; seen by curators only.
CREATE TABLE meeting_scores (
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    at TEXT NOT NULL,
    PRIMARY KEY (meeting_id, person_id)
) WITHOUT ROWID;

-- The development plan and the learning path of a mentee.
CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id),
    kind TEXT NOT NULL CHECK (kind IN ('plan', 'path')),
    sample TEXT NOT NULL,                               -- of mentoring/plan_samples: it names the sections
    goal TEXT NOT NULL,
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL,
    ready_at TEXT,                                      -- until then it is being made, and nobody is told of changes
    signed_on TEXT,                                     -- the printed plan was signed
    UNIQUE (member_id, kind)
);
CREATE TABLE plan_items (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plans (id),
    section INTEGER NOT NULL CHECK (section BETWEEN 1 AND 9),
    number INTEGER NOT NULL,                            -- its order in the section
    task TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',                     -- of a path: where, with whom
    due_on TEXT NOT NULL,
    expected TEXT NOT NULL DEFAULT '',
    actual TEXT NOT NULL DEFAULT '',
    mark TEXT CHECK (mark IN ('done', 'partly', 'not')),    -- the mentor's, with a word
    word TEXT NOT NULL DEFAULT '',
    ticked_at TEXT,                                     -- the mentee's «сделал(а)»
    removed_at TEXT,
    UNIQUE (plan_id, section, number)
);
-- What is still to be done, by its day.
CREATE INDEX plan_items_open ON plan_items (due_on, plan_id)
    WHERE mark IS NULL AND ticked_at IS NULL AND removed_at IS NULL;
CREATE TABLE plan_changes (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plans (id),
    item_id INTEGER REFERENCES plan_items (id),
    what TEXT NOT NULL CHECK (what IN ('made', 'ready', 'goal', 'added', 'removed', 'restored', 'task', 'due', 'expected',
        'ticked', 'unticked', 'mark', 'actual', 'word', 'signed')),
    was TEXT NOT NULL DEFAULT '',
    became TEXT NOT NULL DEFAULT '',
    by_id INTEGER REFERENCES persons (id),
    at TEXT NOT NULL
);
CREATE INDEX plan_changes_by_plan ON plan_changes (plan_id, id);

-- Feedback: first contact, monthly ratings, what the curator did about a pair that is stuck.

-- «Мне неспокойно»: behind its own wall, with its own journal.

-- The parent's window and pairs at a glance.
ALTER TABLE accounts ADD COLUMN child_id INTEGER REFERENCES persons (id);   -- which of several children a parent looks at
CREATE INDEX accounts_by_child ON accounts (child_id) WHERE child_id IS NOT NULL;
-- The meetings of a pair in the order of time, whatever became of them.
CREATE INDEX meetings_by_match ON meetings (match_id, starts_at);
