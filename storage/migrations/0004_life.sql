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
ALTER TABLE matches ADD COLUMN contact_at TEXT;         -- until when the first meeting's time is to be set; empty: it is set
CREATE INDEX matches_without_contact ON matches (programme_id, contact_at) WHERE contact_at IS NOT NULL;
CREATE TRIGGER meetings_are_contact AFTER INSERT ON meetings
BEGIN
    UPDATE matches SET contact_at = NULL WHERE id = NEW.match_id AND contact_at IS NOT NULL;
END;
-- Whether the two sides disagree about a meeting, kept as they speak: nobody has to look through all meetings for it.
ALTER TABLE meetings ADD COLUMN disputed INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1));
-- Of a group each is asked whether they were there: the mentor's word about that one is what theirs is held against.
CREATE VIEW disagreements AS
    SELECT n.id FROM meetings n WHERE n.settled_at IS NULL AND n.state IN ('held', 'missed') AND EXISTS (
        SELECT 1 FROM meeting_answers a LEFT JOIN attendance t ON t.meeting_id = a.meeting_id AND t.person_id = a.person_id
        WHERE a.meeting_id = n.id AND a.question = 'took_place' AND a.revision = n.revision
        AND a.answer = CASE WHEN n.state = 'held' AND coalesce(t.came, 1) = 1 THEN 'no' ELSE 'yes' END);
UPDATE meetings SET disputed = 1 WHERE id IN (SELECT id FROM disagreements);
CREATE INDEX meetings_disputed ON meetings (match_id) WHERE disputed = 1;
CREATE INDEX meetings_by_state ON meetings (match_id, state, starts_at);
CREATE TRIGGER answers_dispute AFTER INSERT ON meeting_answers WHEN NEW.question = 'took_place'
BEGIN
    UPDATE meetings SET disputed = EXISTS (SELECT 1 FROM disagreements d WHERE d.id = meetings.id) WHERE id = NEW.meeting_id;
END;
CREATE TRIGGER answers_dispute_again AFTER UPDATE OF answer ON meeting_answers WHEN NEW.question = 'took_place'
BEGIN
    UPDATE meetings SET disputed = EXISTS (SELECT 1 FROM disagreements d WHERE d.id = meetings.id) WHERE id = NEW.meeting_id;
END;
CREATE TRIGGER meetings_are_disputed AFTER UPDATE OF state, revision, settled_at ON meetings
BEGIN
    UPDATE meetings SET disputed = EXISTS (SELECT 1 FROM disagreements d WHERE d.id = meetings.id) WHERE id = NEW.id;
END;
CREATE TRIGGER attendance_disputes AFTER UPDATE OF came ON attendance
BEGIN
    UPDATE meetings SET disputed = EXISTS (SELECT 1 FROM disagreements d WHERE d.id = meetings.id) WHERE id = NEW.meeting_id;
END;
-- Rounds of the interim questionnaire of a match, as often as the school asks; answers are about match and round in one number.
CREATE TABLE rounds (
    match_id INTEGER NOT NULL REFERENCES matches (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    held INTEGER NOT NULL DEFAULT 0,                    -- meetings held by then
    asked_at TEXT NOT NULL,
    PRIMARY KEY (match_id, number)
) WITHOUT ROWID;
INSERT INTO rounds (match_id, number, held, asked_at)
    SELECT n.about, 1, (SELECT count(*) FROM meetings h WHERE h.match_id = n.about AND h.state = 'held'), min(n.not_before)
    FROM notices n JOIN matches m ON m.id = n.about WHERE n.kind = 'feedback' GROUP BY n.about;
-- How each side rates the work of a pair, month by month; seen by curators only, never by the other side.
CREATE TABLE ratings (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id),
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),            -- who rates
    period TEXT NOT NULL,                                               -- 2027-02
    mark INTEGER CHECK (mark BETWEEN 1 AND 10),                         -- empty: asked
    words TEXT NOT NULL DEFAULT '',
    asked_at TEXT NOT NULL,
    marked_at TEXT,
    UNIQUE (member_id, side, period),
    CHECK ((mark IS NULL) = (marked_at IS NULL))
);
-- What a side has told the curators quietly about its pair by a tap.
CREATE TABLE signals (
    id INTEGER PRIMARY KEY,
    match_id INTEGER NOT NULL REFERENCES matches (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),                 -- who told it
    about_id INTEGER REFERENCES persons (id),                           -- of whom, where it is of one of several
    kind TEXT NOT NULL CHECK (kind IN ('no_contact', 'no_answer', 'change_pair', 'curator_help')),
    at TEXT NOT NULL
);
CREATE INDEX signals_by_match ON signals (match_id, at);
CREATE INDEX signals_by_person ON signals (person_id);
CREATE INDEX signals_by_about ON signals (about_id) WHERE about_id IS NOT NULL;
-- What a curator has done about a pair that is stuck; until when it rests.
CREATE TABLE pair_steps (
    id INTEGER PRIMARY KEY,
    match_id INTEGER NOT NULL REFERENCES matches (id),
    kind TEXT NOT NULL CHECK (kind IN ('nudged', 'called', 'put_off', 'done')),
    cause TEXT NOT NULL DEFAULT '',                     -- of mentoring/stuck_pairs.py
    to_id INTEGER REFERENCES persons (id),              -- who was nudged
    words TEXT NOT NULL DEFAULT '',                     -- of a nudge in words of one's own
    by_id INTEGER REFERENCES persons (id),
    at TEXT NOT NULL,
    rests_until TEXT NOT NULL
);
CREATE INDEX pair_steps_by_match ON pair_steps (match_id, rests_until);
CREATE INDEX pair_steps_by_person ON pair_steps (by_id);
CREATE INDEX pair_steps_by_receiver ON pair_steps (to_id) WHERE to_id IS NOT NULL;

-- «Мне неспокойно»: behind its own wall, with its own journal.
CREATE TABLE safety_adults (                            -- whom the school has named, in the order in which they are told
    school_id INTEGER NOT NULL REFERENCES schools (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    place INTEGER NOT NULL,
    named_by INTEGER REFERENCES persons (id),
    named_at TEXT NOT NULL,
    tried_at TEXT,                                      -- a trial was sent …
    heard_at TEXT,                                      -- … and answered
    PRIMARY KEY (school_id, person_id)
) WITHOUT ROWID;
CREATE TABLE concerns (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    person_id INTEGER NOT NULL REFERENCES persons (id), -- the pupil
    at TEXT NOT NULL,
    again_at TEXT NOT NULL,                             -- when it was last said
    shared INTEGER NOT NULL DEFAULT 0,                  -- 1: others speak through this phone too
    words TEXT NOT NULL DEFAULT '',
    recalled_at TEXT,                                   -- «нажал(а) случайно»
    taken_by INTEGER REFERENCES persons (id),           -- the adult who answers for it
    taken_at TEXT,
    closed_at TEXT,
    outcome TEXT CHECK (outcome IN ('settled', 'watched', 'parted', 'referred', 'mistake'))
);
CREATE UNIQUE INDEX concerns_one_open ON concerns (person_id) WHERE closed_at IS NULL;
CREATE TABLE concern_calls (                            -- who is told of it, and whom the pupil would not have told
    concern_id INTEGER NOT NULL REFERENCES concerns (id),
    adult_id INTEGER NOT NULL REFERENCES persons (id),
    place INTEGER NOT NULL,
    barred INTEGER NOT NULL DEFAULT 0 CHECK (barred IN (0, 1)),
    times INTEGER NOT NULL DEFAULT 0,
    called_at TEXT,
    PRIMARY KEY (concern_id, adult_id)
) WITHOUT ROWID;
CREATE INDEX concern_calls_by_adult ON concern_calls (adult_id) WHERE times > 0;
-- Its own journal: whoever was told, looked, did something; lines are neither changed nor deleted, words go with the pupil.
CREATE TABLE concern_steps (
    id INTEGER PRIMARY KEY,
    concern_id INTEGER NOT NULL REFERENCES concerns (id),
    kind TEXT NOT NULL CHECK (kind IN ('said', 'again', 'added', 'recalled', 'called', 'unreachable', 'nobody', 'taken',
        'passed', 'looked', 'talked', 'parents', 'curator', 'head', 'referred', 'noted', 'closed')),
    by_id INTEGER REFERENCES persons (id),
    words TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
);
CREATE INDEX concern_steps_by_concern ON concern_steps (concern_id, id);
CREATE TRIGGER concern_steps_stand BEFORE UPDATE OF concern_id, kind, at ON concern_steps
BEGIN SELECT RAISE(ABORT, 'the journal never changes'); END;
CREATE TRIGGER concern_steps_stay BEFORE DELETE ON concern_steps
BEGIN SELECT RAISE(ABORT, 'the journal never forgets'); END;
CREATE TABLE concern_screens (                          -- screens that must not stay in a chat, for some minutes
    account_id INTEGER PRIMARY KEY,
    message_id INTEGER,                                 -- none: not shown yet
    concern_id INTEGER REFERENCES concerns (id),        -- none: nothing has been said yet
    barred TEXT NOT NULL DEFAULT '',                    -- ids of those who are not to be told
    shown_at TEXT NOT NULL
);

-- The parent's window and pairs at a glance.
ALTER TABLE accounts ADD COLUMN child_id INTEGER REFERENCES persons (id);   -- which of several children a parent looks at
CREATE INDEX accounts_by_child ON accounts (child_id) WHERE child_id IS NOT NULL;
ALTER TABLE guardianships ADD COLUMN hears_meetings_at TEXT;                -- since when they wish to hear of the child's meetings
-- What became of requests about a pair, for its page.
CREATE INDEX partings_by_member ON partings (member_id);
-- The meetings of a pair in the order of time, whatever became of them.
CREATE INDEX meetings_by_match ON meetings (match_id, starts_at);
