-- The whole programme of a school: who takes part, what they agreed to, answered, met and were told.
-- Times are UTC texts 'YYYY-MM-DDTHH:MM:SS.ffffffZ', dates are 'YYYY-MM-DD'. Every row of a programme leads to one school.

CREATE TABLE schools (
    id INTEGER PRIMARY KEY,
    full_name TEXT NOT NULL DEFAULT '',
    short_name TEXT NOT NULL DEFAULT '',
    town TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',                   -- by post, as consents must name it (ст. 9 152-ФЗ)
    director_name TEXT NOT NULL DEFAULT '',
    director_post TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    set_up_at TEXT
);

-- What a school has chosen (mentoring/settings.py names them and their defaults).
CREATE TABLE settings (
    school_id INTEGER NOT NULL REFERENCES schools (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (school_id, name)
);

-- One list of areas for requests and offers: subjects, skills, situations.
CREATE TABLE areas (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    name TEXT NOT NULL,
    label_ru TEXT NOT NULL,
    label_en TEXT NOT NULL DEFAULT '',
    audience TEXT NOT NULL DEFAULT 'all' CHECK (audience IN ('pupil', 'teacher', 'all')),
    closed_at TEXT,
    UNIQUE (school_id, name)
);

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    messenger TEXT NOT NULL DEFAULT 'telegram',
    external_id INTEGER NOT NULL,
    language TEXT NOT NULL DEFAULT 'ru',
    person_id INTEGER REFERENCES persons (id),          -- who the account speaks for now
    draft_id INTEGER REFERENCES drafts (id),            -- the questionnaire a typed text answers
    screen_id INTEGER,                                  -- the message that is the live screen
    sought TEXT NOT NULL DEFAULT '',                    -- the part of a name a list was last searched for
    unreachable_at TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (messenger, external_id)
);

CREATE TABLE persons (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    kind TEXT NOT NULL CHECK (kind IN ('pupil', 'teacher', 'student', 'partner', 'guardian', 'staff')),
    family TEXT NOT NULL DEFAULT '',
    given TEXT NOT NULL DEFAULT '',
    patronymic TEXT NOT NULL DEFAULT '',
    sought TEXT NOT NULL DEFAULT '',                    -- the name folded for search (lower case, ё as е)
    birth_date TEXT,
    gender TEXT CHECK (gender IN ('woman', 'man')),
    class_level INTEGER CHECK (class_level BETWEEN 1 AND 11),
    class_letter TEXT NOT NULL DEFAULT '',
    post TEXT NOT NULL DEFAULT '',
    workplace TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL,                                 -- what stands for the name where names must not be shown
    admitted_at TEXT,                                   -- empty: came by an open link and is «новый»
    admitted_by INTEGER REFERENCES persons (id),
    cleared_on TEXT,                                    -- «допуск проверен» (ТК ст. 351.1), outside adults
    clearance_note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    withdrawn_at TEXT,                                  -- consent withdrawn: everything stopped
    erase_after TEXT,
    erased_at TEXT,
    removed_at TEXT,
    merged_into INTEGER REFERENCES persons (id),
    UNIQUE (school_id, code)
);
CREATE INDEX persons_by_name ON persons (school_id, sought, id) WHERE removed_at IS NULL;
-- The list of participants, and of each kind of people, in the order of names.
CREATE INDEX persons_on_roster ON persons (school_id, sought, id)
    WHERE removed_at IS NULL AND kind IN ('pupil', 'teacher', 'student', 'partner');
CREATE INDEX persons_by_kind ON persons (school_id, kind, sought, id) WHERE removed_at IS NULL;
CREATE INDEX persons_by_class ON persons (school_id, class_level, class_letter, sought, id) WHERE removed_at IS NULL;
CREATE INDEX persons_by_erasure ON persons (erase_after) WHERE erase_after IS NOT NULL AND erased_at IS NULL;

CREATE TABLE account_persons (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    since TEXT NOT NULL,
    PRIMARY KEY (account_id, person_id)
);
CREATE INDEX account_persons_by_person ON account_persons (person_id);

CREATE TABLE staff_roles (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    role TEXT NOT NULL,
    class_level INTEGER,
    class_letter TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);

CREATE TABLE guardianships (
    guardian_id INTEGER NOT NULL REFERENCES persons (id),
    child_id INTEGER NOT NULL REFERENCES persons (id),
    since TEXT NOT NULL,
    PRIMARY KEY (guardian_id, child_id),
    CHECK (guardian_id <> child_id)
);
CREATE INDEX guardianships_by_child ON guardianships (child_id);

-- Invitations: the token says nothing by itself.
CREATE TABLE links (
    id INTEGER PRIMARY KEY,
    token TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL CHECK (purpose IN ('claim', 'join', 'staff', 'guardian', 'personal')),
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
CREATE INDEX links_by_person ON links (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),         -- whose data
    purpose TEXT NOT NULL,
    capacity TEXT NOT NULL CHECK (capacity IN ('self', 'assent', 'guardian')),
    way TEXT NOT NULL CHECK (way IN ('tap', 'paper', 'document')),
    answer TEXT NOT NULL CHECK (answer IN ('agreed', 'declined')),
    given_by INTEGER REFERENCES persons (id),
    text_version TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    given_at TEXT NOT NULL,
    until TEXT,
    original TEXT NOT NULL DEFAULT '',                          -- where the paper lies
    checked_by INTEGER REFERENCES persons (id),
    withdrawn_at TEXT
);
CREATE UNIQUE INDEX consents_live ON consents (person_id, purpose, capacity, way) WHERE withdrawn_at IS NULL;

CREATE TABLE programmes (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    title TEXT NOT NULL DEFAULT '',
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    closed_at TEXT,
    CHECK (ends_on > starts_on)
);
CREATE UNIQUE INDEX programmes_one_open ON programmes (school_id) WHERE closed_at IS NULL;

CREATE TABLE programme_forms (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    form TEXT NOT NULL,
    most_mentees INTEGER NOT NULL CHECK (most_mentees BETWEEN 1 AND 30),
    PRIMARY KEY (programme_id, form)
);

-- One person on one side of one form of a programme.
CREATE TABLE participations (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    form TEXT NOT NULL,
    role_model TEXT NOT NULL DEFAULT '',
    form_confirmed_at TEXT,                             -- the curator agreed with the proposed form and model
    places INTEGER NOT NULL DEFAULT 0,                  -- a mentor's own answer
    joined_at TEXT NOT NULL,
    applied_at TEXT,                                    -- application sent
    entered_at TEXT,                                    -- entry questionnaire sent
    left_at TEXT,
    UNIQUE (programme_id, person_id, form)
);
CREATE INDEX participations_by_person ON participations (person_id);
CREATE INDEX participations_by_form ON participations (programme_id, form, side) WHERE left_at IS NULL;

CREATE TABLE drafts (
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
    UNIQUE (account_id, form, about)
);

-- A sent questionnaire: answers by question and option name.
CREATE TABLE submissions (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    about INTEGER NOT NULL DEFAULT 0,
    answers TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    changed_at TEXT,
    entered_by INTEGER REFERENCES persons (id),
    UNIQUE (person_id, form, about)
);
CREATE INDEX submissions_by_form ON submissions (school_id, form);
CREATE INDEX submissions_by_time ON submissions (school_id, sent_at);

-- Pairs of people the curator has forbidden or pinned, by person.
CREATE TABLE wishes (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    kind TEXT NOT NULL CHECK (kind IN ('ban', 'pin')),
    mentor_id INTEGER NOT NULL REFERENCES persons (id),
    mentee_id INTEGER NOT NULL REFERENCES persons (id),
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (programme_id, kind, mentor_id, mentee_id),
    CHECK (mentor_id <> mentee_id)
);

-- One computation of a draft: what went in (as a hash), what came out.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    form TEXT NOT NULL,
    digest TEXT NOT NULL,
    result TEXT NOT NULL,
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL
);
CREATE INDEX runs_by_form ON runs (programme_id, form, id);

-- A match: one mentor and one or more members.
CREATE TABLE matches (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    form TEXT NOT NULL,
    role_model TEXT NOT NULL DEFAULT '',
    mentor_id INTEGER NOT NULL REFERENCES participations (id),
    run_id INTEGER REFERENCES runs (id),
    confirmed_by INTEGER REFERENCES persons (id),
    confirmed_at TEXT NOT NULL,
    worker_consent_on TEXT,                             -- ТК 351.8: the worker's written consent …
    agreement_number TEXT NOT NULL DEFAULT '',          -- … and the additional agreement
    agreement_on TEXT,
    ended_at TEXT
);
CREATE INDEX matches_by_mentor ON matches (mentor_id) WHERE ended_at IS NULL;
CREATE INDEX matches_by_programme ON matches (programme_id, form) WHERE ended_at IS NULL;

-- A mentee in a match. State: offered -> accepted -> active (the order signed); or returned, declined, frozen, ended, undone.
CREATE TABLE members (
    id INTEGER PRIMARY KEY,
    match_id INTEGER NOT NULL REFERENCES matches (id),
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    form TEXT NOT NULL,
    mentor_person_id INTEGER NOT NULL REFERENCES persons (id),
    mentee_id INTEGER NOT NULL REFERENCES participations (id),
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 30),      -- which of the mentor's places is taken
    state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'active', 'frozen', 'declined', 'returned', 'undone', 'ended')),
    live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),     -- 1 while offered, accepted, active or frozen
    since TEXT NOT NULL,
    ended_at TEXT,
    ground TEXT NOT NULL DEFAULT '',
    CHECK (live = CASE WHEN state IN ('offered', 'accepted', 'active', 'frozen') THEN 1 ELSE 0 END)
);
-- One live match per mentee, form and programme; a mentor's places are shared by all their forms, and numbered.
CREATE UNIQUE INDEX members_one_mentor ON members (mentee_id) WHERE live = 1;
CREATE UNIQUE INDEX members_one_place ON members (programme_id, mentor_person_id, place) WHERE live = 1;
CREATE INDEX members_by_match ON members (match_id);
CREATE INDEX members_by_mentee ON members (mentee_id);

CREATE TABLE offers (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    asked_at TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('accepted', 'declined', 'lapsed', 'recalled')),
    reason TEXT NOT NULL DEFAULT '',                    -- seen by the curator only
    answered_at TEXT,
    UNIQUE (member_id, side)
);
CREATE INDEX offers_by_person ON offers (person_id) WHERE answer IS NULL;

CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    kind TEXT NOT NULL DEFAULT 'pairs',
    number TEXT NOT NULL DEFAULT '',
    signed_on TEXT,
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL
);

CREATE TABLE order_lines (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    member_id INTEGER NOT NULL UNIQUE REFERENCES members (id),
    PRIMARY KEY (order_id, member_id)
);

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    match_id INTEGER NOT NULL REFERENCES matches (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('first', 'trial', 'planning', 'regular', 'closing')),
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL DEFAULT 45,
    place TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'missed', 'cancelled')),
    revision INTEGER NOT NULL DEFAULT 0,                -- grows when moved: reminders and .ics follow it
    result TEXT NOT NULL DEFAULT '' CHECK (result IN ('', 'good', 'partly', 'stuck')),
    note TEXT NOT NULL DEFAULT '',
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL,
    logged_at TEXT,
    logged_by INTEGER REFERENCES persons (id),
    settled_at TEXT                                     -- the sides disagreed, and the curator has found out
);
-- One planned meeting of a match at a time: the next one; a meeting is logged once by being no longer planned.
CREATE UNIQUE INDEX meetings_one_planned ON meetings (match_id) WHERE state = 'planned';
CREATE UNIQUE INDEX meetings_numbered ON meetings (match_id, number) WHERE state IN ('planned', 'held', 'missed');
CREATE INDEX meetings_by_start ON meetings (state, starts_at);

-- What the mentee says, apart from the mentor: did the meeting take place; and «буду / не смогу» before it.
CREATE TABLE meeting_answers (
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    question TEXT NOT NULL CHECK (question IN ('coming', 'took_place')),
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
    revision INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    PRIMARY KEY (meeting_id, person_id, question, revision)
);

CREATE TABLE roadmap_items (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 7),
    number TEXT NOT NULL,                               -- '2.1.6': stage, activity, point
    name TEXT NOT NULL,                                 -- id of the shipped item; empty: the school's own
    title TEXT NOT NULL DEFAULT '',                     -- the school's own wording; empty: the shipped one
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    responsible_role TEXT NOT NULL DEFAULT 'curator',
    responsible_id INTEGER REFERENCES persons (id),
    done_at TEXT,
    done_by INTEGER REFERENCES persons (id),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (programme_id, number),
    CHECK (ends_on >= starts_on)
);

-- «Написать куратору» and the answers to it.
CREATE TABLE letters (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    from_id INTEGER NOT NULL REFERENCES persons (id),
    to_id INTEGER REFERENCES persons (id),              -- empty: to the curators
    answers_id INTEGER REFERENCES letters (id),
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    seen_at TEXT,
    closed_at TEXT
);
CREATE INDEX letters_open ON letters (school_id) WHERE to_id IS NULL AND closed_at IS NULL;

CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    text TEXT NOT NULL,
    audience TEXT NOT NULL,                             -- JSON: sides, kinds, classes, forms
    made_by INTEGER NOT NULL REFERENCES persons (id),
    made_at TEXT NOT NULL,
    began_at TEXT,
    stopped_at TEXT
);

-- What is to be said, to whom, not before when and not after; written in the transaction of the change it speaks of.
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    person_id INTEGER REFERENCES persons (id),          -- empty: a deed of the bot's own (an offer lapses …)
    lane INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 3), -- 0 deeds, 1 safety and answers, 2 reminders, 3 broadcasts
    kind TEXT NOT NULL,
    about INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    key TEXT NOT NULL UNIQUE,
    not_before TEXT NOT NULL,
    not_after TEXT,
    any_hour INTEGER NOT NULL DEFAULT 0,                -- 1: quiet hours do not hold it
    attempts INTEGER NOT NULL DEFAULT 0,
    done_at TEXT,
    outcome TEXT CHECK (outcome IN ('sent', 'untrue', 'late', 'unreachable', 'failed', 'done'))
);
CREATE INDEX notices_due ON notices (lane, not_before, id) WHERE done_at IS NULL;
CREATE INDEX notices_next ON notices (not_before) WHERE done_at IS NULL;
CREATE INDEX notices_about ON notices (kind, about);
CREATE INDEX notices_by_person ON notices (person_id, kind);

-- Who did what to whom and when; ids only. Never changed, never deleted.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    school_id INTEGER REFERENCES schools (id),
    at TEXT NOT NULL,
    person_id INTEGER,                                  -- who did it; empty: the bot
    deed TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    details TEXT NOT NULL DEFAULT ''
);
CREATE INDEX journal_by_subject ON journal (subject, subject_id);
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal never changes'); END;
CREATE TRIGGER journal_never_forgets BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal never forgets'); END;

-- Updates of the messenger: written before they are confirmed, done once.
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    sender INTEGER NOT NULL,
    payload TEXT NOT NULL,
    received_at TEXT NOT NULL,
    done_at TEXT,
    sent_at TEXT
);
CREATE INDEX inbox_open ON inbox (update_id) WHERE sent_at IS NULL;
