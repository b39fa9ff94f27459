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

-- Languages of work and buildings stand in the school's one list beside the areas: asked for only where there are several.
CREATE TABLE areas_new (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    name TEXT NOT NULL,
    label_ru TEXT NOT NULL,
    label_en TEXT NOT NULL DEFAULT '',
    audience TEXT NOT NULL DEFAULT 'all' CHECK (audience IN ('pupil', 'teacher', 'all', 'language', 'building')),
    closed_at TEXT,
    UNIQUE (school_id, name)
);
INSERT INTO areas_new SELECT * FROM areas;
DROP TABLE areas;
ALTER TABLE areas_new RENAME TO areas;

-- Drafts and what the curator changed in them.
ALTER TABLE runs ADD COLUMN rules TEXT NOT NULL DEFAULT '';     -- the form's rules then, as in match_rules
ALTER TABLE runs ADD COLUMN kept_from INTEGER REFERENCES runs (id);  -- the draft whose pairs it keeps where it can
ALTER TABLE runs ADD COLUMN fits TEXT NOT NULL DEFAULT '';      -- hash of the data after what was confirmed out of it
ALTER TABLE runs ADD COLUMN numbers TEXT NOT NULL DEFAULT '';   -- at every position of the knob: pairs, strong pairs
ALTER TABLE runs ADD COLUMN changes TEXT NOT NULL DEFAULT '';   -- what it changed in the draft it keeps to, and why
CREATE TABLE run_changes (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    deed TEXT NOT NULL CHECK (deed IN ('looked', 'confirmed', 'by_hand', 'banned', 'taken_out', 'unbanned', 'pinned', 'unpinned')),
    mentee_id INTEGER REFERENCES participations (id),
    mentor_id INTEGER REFERENCES participations (id),
    by_id INTEGER REFERENCES persons (id),
    at TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''                     -- a word of ours, seen by curators only
);
CREATE INDEX run_changes_by_run ON run_changes (run_id, id);

-- The group meeting.
CREATE TABLE gatherings (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    form TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL DEFAULT 60,
    place TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled')),
    revision INTEGER NOT NULL DEFAULT 0,                -- grows with every change people were told of
    made_by INTEGER REFERENCES persons (id),
    made_at TEXT NOT NULL,
    invited_at TEXT,                                    -- empty: only planned, nobody knows of it
    asked_at TEXT,                                      -- those who came are asked whom they would like to work with
    agenda TEXT NOT NULL DEFAULT '',                    -- of its minutes; empty: the usual one
    decided TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',                    -- of the signed minutes
    signed_on TEXT
);
CREATE INDEX gatherings_by_form ON gatherings (programme_id, form, starts_at);
CREATE TABLE guests (
    gathering_id INTEGER NOT NULL REFERENCES gatherings (id),
    participation_id INTEGER NOT NULL REFERENCES participations (id),
    reply TEXT NOT NULL DEFAULT 'none' CHECK (reply IN ('none', 'yes', 'no')),
    came TEXT NOT NULL DEFAULT 'unknown' CHECK (came IN ('unknown', 'yes', 'no')),
    since TEXT NOT NULL,
    PRIMARY KEY (gathering_id, participation_id)
);
CREATE INDEX guests_by_participation ON guests (participation_id);

-- Two keys: guardians, the agreement of a pair.
-- A guardian objects to the pair of a child before the order; why is seen by curators only.
CREATE TABLE objections (
    member_id INTEGER PRIMARY KEY REFERENCES members (id),
    guardian_id INTEGER NOT NULL REFERENCES persons (id),
    child_id INTEGER NOT NULL REFERENCES persons (id),
    reason TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL
);
CREATE INDEX objections_by_guardian ON objections (guardian_id);
CREATE INDEX objections_by_child ON objections (child_id);
-- The rules of a pair, accepted by each side: which edition, how often they mean to meet.
CREATE TABLE pacts (
    member_id INTEGER NOT NULL REFERENCES members (id),
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    edition TEXT NOT NULL,
    pace TEXT NOT NULL CHECK (pace IN ('twice', 'weekly', 'fortnightly', 'agreed')),
    way TEXT NOT NULL CHECK (way IN ('tap', 'paper')),
    noted_by INTEGER REFERENCES persons (id),           -- a curator, where it was signed on paper
    accepted_at TEXT NOT NULL,
    PRIMARY KEY (member_id, side)
);
ALTER TABLE participations ADD COLUMN places_said_at TEXT;  -- since when the mentor's places are their later answer

-- Asking for another pair, ending, pausing.

CREATE TABLE partings (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id),
    whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),           -- a mentor speaks of the whole group
    asked_by INTEGER NOT NULL REFERENCES persons (id),                  -- a side, or a guardian of it
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    kind TEXT NOT NULL CHECK (kind IN ('change', 'end', 'leave')),
    reason TEXT NOT NULL DEFAULT '',                                    -- seen by curators only, as are the words
    words TEXT NOT NULL DEFAULT '',
    asked_at TEXT NOT NULL,
    answer_by TEXT NOT NULL,                                            -- a day; of a worker's notice, when it takes effect
    answer TEXT CHECK (answer IN ('agreed', 'kept', 'taken_back')),
    answered_by INTEGER REFERENCES persons (id),
    answered_at TEXT,
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX partings_open ON partings (member_id, asked_by) WHERE answer IS NULL;
CREATE INDEX partings_by_asker ON partings (asked_by);
CREATE INDEX partings_by_answerer ON partings (answered_by);
CREATE INDEX partings_waiting ON partings (answer_by) WHERE answer IS NULL;

ALTER TABLE participations ADD COLUMN resting_from TEXT;    -- out of the search by their own wish, until they come back

-- A mentor's pause: the places are kept, nothing new is offered until the day of return.
CREATE TABLE pauses (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    mentor_id INTEGER NOT NULL REFERENCES persons (id),
    reason TEXT NOT NULL DEFAULT '',                        -- seen by curators only
    until_on TEXT NOT NULL,                                 -- the day of return
    set_by INTEGER REFERENCES persons (id),
    set_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE UNIQUE INDEX pauses_open ON pauses (programme_id, mentor_id) WHERE ended_at IS NULL;
CREATE INDEX pauses_by_mentor ON pauses (mentor_id);
CREATE INDEX pauses_by_setter ON pauses (set_by);

-- Orders: places and accepted pairs are held by the tables themselves; amendments, scans.

-- How many places a mentor has in a programme: in each form, and over all of them (no form). Who has no row here has none.
CREATE TABLE capacities (
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    form TEXT NOT NULL DEFAULT '',
    places INTEGER NOT NULL CHECK (places BETWEEN 0 AND 30),
    PRIMARY KEY (programme_id, person_id, form)
);
CREATE INDEX capacities_by_person ON capacities (person_id);
INSERT INTO capacities (programme_id, person_id, places)
    SELECT programme_id, mentor_person_id, max(place) FROM members WHERE live = 1 GROUP BY programme_id, mentor_person_id;
INSERT INTO capacities (programme_id, person_id, form, places)
    SELECT programme_id, mentor_person_id, form, count(*) FROM members WHERE live = 1
    GROUP BY programme_id, mentor_person_id, form;

-- Whether both sides have agreed; stays when the pair is over.
ALTER TABLE members ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1));
UPDATE members SET accepted = 1
    WHERE state IN ('accepted', 'active', 'frozen', 'ended') OR id IN (SELECT member_id FROM order_lines);
CREATE UNIQUE INDEX members_accepted ON members (id, accepted);

-- An order names only pairs both sides of which have agreed, and what it names stays agreed to.
CREATE TABLE order_lines_new (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    member_id INTEGER NOT NULL UNIQUE REFERENCES members (id),
    accepted INTEGER NOT NULL DEFAULT 1 CHECK (accepted = 1),
    PRIMARY KEY (order_id, member_id),
    FOREIGN KEY (member_id, accepted) REFERENCES members (id, accepted)
);
INSERT INTO order_lines_new (order_id, member_id) SELECT order_id, member_id FROM order_lines;
DROP TABLE order_lines;
ALTER TABLE order_lines_new RENAME TO order_lines;

CREATE TRIGGER members_agreed_first BEFORE INSERT ON members
    WHEN NEW.accepted = 0 AND NEW.state IN ('accepted', 'active', 'frozen')
    BEGIN SELECT RAISE(ABORT, 'nobody has agreed to this pair'); END;
CREATE TRIGGER members_agreed BEFORE UPDATE OF state, accepted ON members
    WHEN NEW.accepted = 0 AND NEW.state IN ('accepted', 'active', 'frozen')
    BEGIN SELECT RAISE(ABORT, 'nobody has agreed to this pair'); END;
CREATE TRIGGER order_lines_are_of_live_pairs BEFORE INSERT ON order_lines
    WHEN NOT EXISTS (SELECT 1 FROM members m JOIN orders o ON o.id = NEW.order_id AND o.programme_id = m.programme_id
                     WHERE m.id = NEW.member_id AND m.live = 1)
    BEGIN SELECT RAISE(ABORT, 'an order names live pairs of its own programme'); END;
CREATE TRIGGER order_lines_never_move BEFORE UPDATE ON order_lines
    BEGIN SELECT RAISE(ABORT, 'a line of an order never moves'); END;
CREATE TRIGGER order_lines_stand_once BEFORE INSERT ON order_lines
    WHEN EXISTS (SELECT 1 FROM order_lines WHERE member_id = NEW.member_id)
    BEGIN SELECT RAISE(ABORT, 'a pair stands in one order'); END;
CREATE TRIGGER orders_stay_signed BEFORE UPDATE OF signed_on ON orders
    WHEN OLD.signed_on IS NOT NULL AND NEW.signed_on IS NULL
    BEGIN SELECT RAISE(ABORT, 'a signed order stays as it is'); END;
CREATE TRIGGER order_lines_stay BEFORE DELETE ON order_lines
    WHEN EXISTS (SELECT 1 FROM orders WHERE id = OLD.order_id AND signed_on IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a signed order stays as it is'); END;

-- An amending order takes out pairs that a signed order named and that are over since; each goes out once.
ALTER TABLE orders ADD COLUMN amends INTEGER REFERENCES orders (id);    -- the order whose list is changed; empty: an order of its own
CREATE TABLE order_endings (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    member_id INTEGER NOT NULL UNIQUE REFERENCES members (id),
    PRIMARY KEY (order_id, member_id)
);
CREATE TRIGGER order_endings_are_of_ordered_pairs BEFORE INSERT ON order_endings
    WHEN NOT EXISTS (SELECT 1 FROM members m JOIN orders o ON o.id = NEW.order_id AND o.programme_id = m.programme_id
                     JOIN order_lines l ON l.member_id = m.id JOIN orders s ON s.id = l.order_id
                     WHERE m.id = NEW.member_id AND m.live = 0 AND s.signed_on IS NOT NULL AND s.id <> o.id)
    BEGIN SELECT RAISE(ABORT, 'an amending order takes out pairs that an order named and that are over'); END;
CREATE TRIGGER order_endings_never_move BEFORE UPDATE ON order_endings
    BEGIN SELECT RAISE(ABORT, 'a line of an order never moves'); END;
CREATE TRIGGER order_endings_stay BEFORE DELETE ON order_endings
    WHEN EXISTS (SELECT 1 FROM orders WHERE id = OLD.order_id AND signed_on IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a signed order stays as it is'); END;

-- Signed papers as pictures or PDF, where names may pass through the messenger; kept as long as the order.
CREATE TABLE scans (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    kind TEXT NOT NULL CHECK (kind IN ('pdf', 'jpg', 'png')),
    content BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 5242880),
    file_key TEXT NOT NULL,                             -- the messenger's number of the file: the same file comes once
    added_by INTEGER REFERENCES persons (id),
    added_at TEXT NOT NULL,
    UNIQUE (order_id, file_key)
);
CREATE TRIGGER scans_are_few BEFORE INSERT ON scans
    WHEN (SELECT count(*) FROM scans WHERE order_id = NEW.order_id) >= 10
    BEGIN SELECT RAISE(ABORT, 'an order has ten scans at most'); END;

-- A live pair takes one of the mentor's numbered places, whichever form it is in, and one of those the form has.
CREATE TRIGGER members_within_places BEFORE INSERT ON members WHEN NEW.live = 1
BEGIN
    SELECT RAISE(ABORT, 'a place the mentor does not have') WHERE NEW.place > coalesce((SELECT places FROM capacities
        WHERE programme_id = NEW.programme_id AND person_id = NEW.mentor_person_id AND form = ''), 0);
    SELECT RAISE(ABORT, 'no place is left') FROM (SELECT '' AS form UNION SELECT NEW.form) f
        WHERE (SELECT count(*) FROM members m WHERE m.live = 1 AND m.programme_id = NEW.programme_id
               AND m.mentor_person_id = NEW.mentor_person_id AND f.form IN ('', m.form))
           >= coalesce((SELECT c.places FROM capacities c WHERE c.programme_id = NEW.programme_id
                        AND c.person_id = NEW.mentor_person_id AND c.form = f.form), 0);
END;
CREATE TRIGGER members_stay_within_places BEFORE UPDATE OF live, place, form, mentor_person_id, programme_id ON members
    WHEN NEW.live = 1 AND (OLD.live = 0 OR NEW.place <> OLD.place OR NEW.mentor_person_id <> OLD.mentor_person_id
                           OR NEW.programme_id <> OLD.programme_id OR NEW.form <> OLD.form)
BEGIN
    SELECT RAISE(ABORT, 'a place the mentor does not have') WHERE NEW.place > coalesce((SELECT places FROM capacities
        WHERE programme_id = NEW.programme_id AND person_id = NEW.mentor_person_id AND form = ''), 0);
    SELECT RAISE(ABORT, 'no place is left') FROM (SELECT '' AS form UNION SELECT NEW.form) f
        WHERE (SELECT count(*) FROM members m WHERE m.live = 1 AND m.id <> OLD.id AND m.programme_id = NEW.programme_id
               AND m.mentor_person_id = NEW.mentor_person_id AND f.form IN ('', m.form))
           >= coalesce((SELECT c.places FROM capacities c WHERE c.programme_id = NEW.programme_id
                        AND c.person_id = NEW.mentor_person_id AND c.form = f.form), 0);
END;
CREATE TRIGGER capacities_hold BEFORE UPDATE ON capacities
    WHEN (SELECT count(*) FROM members WHERE live = 1 AND programme_id = OLD.programme_id
          AND mentor_person_id = OLD.person_id AND OLD.form IN ('', form))
        > CASE WHEN NEW.programme_id = OLD.programme_id AND NEW.person_id = OLD.person_id AND NEW.form = OLD.form
               THEN NEW.places ELSE 0 END
    BEGIN SELECT RAISE(ABORT, 'more pairs than places'); END;
CREATE TRIGGER capacities_begin BEFORE INSERT ON capacities     -- also where a row replaces another
    WHEN (SELECT count(*) FROM members WHERE live = 1 AND programme_id = NEW.programme_id
          AND mentor_person_id = NEW.person_id AND NEW.form IN ('', form)) > NEW.places
    BEGIN SELECT RAISE(ABORT, 'more pairs than places'); END;
CREATE TRIGGER capacities_stay BEFORE DELETE ON capacities
    WHEN EXISTS (SELECT 1 FROM members WHERE live = 1 AND programme_id = OLD.programme_id
                 AND mentor_person_id = OLD.person_id AND OLD.form IN ('', form))
    BEGIN SELECT RAISE(ABORT, 'more pairs than places'); END;

-- A live pair, its match and both participations speak of one programme, one form and the same two people.
CREATE TRIGGER matches_agree BEFORE INSERT ON matches
    WHEN NOT EXISTS (SELECT 1 FROM participations p WHERE p.id = NEW.mentor_id AND p.programme_id = NEW.programme_id
                     AND p.form = NEW.form AND p.side = 'mentor')
    BEGIN SELECT RAISE(ABORT, 'a match and its mentor disagree'); END;
CREATE TRIGGER matches_keep_agreeing BEFORE UPDATE OF programme_id, form, mentor_id ON matches
    WHEN EXISTS (SELECT 1 FROM members m WHERE m.match_id = OLD.id AND m.live = 1 AND NOT EXISTS (
        SELECT 1 FROM participations p WHERE p.id = NEW.mentor_id AND p.side = 'mentor'
        AND p.programme_id = NEW.programme_id AND p.form = NEW.form
        AND m.programme_id = NEW.programme_id AND m.form = NEW.form))
    BEGIN SELECT RAISE(ABORT, 'a match and its mentor disagree'); END;
CREATE TRIGGER members_agree BEFORE INSERT ON members
    WHEN NEW.live = 1 AND NOT EXISTS (SELECT 1 FROM matches g JOIN participations p ON p.id = g.mentor_id
        JOIN participations q ON q.id = NEW.mentee_id WHERE g.id = NEW.match_id
        AND g.programme_id = NEW.programme_id AND p.programme_id = NEW.programme_id AND q.programme_id = NEW.programme_id
        AND g.form = NEW.form AND p.form = NEW.form AND q.form = NEW.form AND p.side = 'mentor' AND q.side = 'mentee'
        AND p.person_id = NEW.mentor_person_id AND q.person_id <> p.person_id)
    BEGIN SELECT RAISE(ABORT, 'a pair and its match disagree'); END;
CREATE TRIGGER members_keep_agreeing
    BEFORE UPDATE OF match_id, programme_id, form, mentor_person_id, mentee_id, live ON members
    WHEN NEW.live = 1 AND (OLD.live = 0 OR NEW.match_id <> OLD.match_id OR NEW.programme_id <> OLD.programme_id
        OR NEW.form <> OLD.form OR NEW.mentor_person_id <> OLD.mentor_person_id OR NEW.mentee_id <> OLD.mentee_id)
        AND NOT EXISTS (SELECT 1 FROM matches g JOIN participations p ON p.id = g.mentor_id
        JOIN participations q ON q.id = NEW.mentee_id WHERE g.id = NEW.match_id
        AND g.programme_id = NEW.programme_id AND p.programme_id = NEW.programme_id AND q.programme_id = NEW.programme_id
        AND g.form = NEW.form AND p.form = NEW.form AND q.form = NEW.form AND p.side = 'mentor' AND q.side = 'mentee'
        AND p.person_id = NEW.mentor_person_id AND q.person_id <> p.person_id)
    BEGIN SELECT RAISE(ABORT, 'a pair and its match disagree'); END;
CREATE TRIGGER participations_keep_agreeing BEFORE UPDATE OF programme_id, form, side ON participations
    WHEN (NEW.programme_id <> OLD.programme_id OR NEW.form <> OLD.form OR NEW.side <> OLD.side)
        AND EXISTS (SELECT 1 FROM members m JOIN matches g ON g.id = m.match_id
                    WHERE m.live = 1 AND (m.mentee_id = OLD.id OR g.mentor_id = OLD.id))
    BEGIN SELECT RAISE(ABORT, 'a live pair stands in this form'); END;
-- When two entries of one person become one, their pairs follow.
CREATE TRIGGER participations_lead_pairs AFTER UPDATE OF person_id ON participations WHEN NEW.person_id <> OLD.person_id
BEGIN
    SELECT RAISE(ABORT, 'nobody is paired with themselves') WHERE EXISTS (SELECT 1 FROM members m WHERE m.live = 1
        AND m.mentee_id = NEW.id AND m.mentor_person_id = NEW.person_id);
    UPDATE members SET mentor_person_id = NEW.person_id WHERE match_id IN (SELECT id FROM matches WHERE mentor_id = NEW.id);
END;
CREATE TRIGGER matches_lead_pairs AFTER UPDATE OF mentor_id ON matches WHEN NEW.mentor_id <> OLD.mentor_id
BEGIN
    UPDATE members SET mentor_person_id = (SELECT person_id FROM participations WHERE id = NEW.mentor_id)
        WHERE match_id = NEW.id;
END;

-- Those left without a pair.
-- A mentee without a pair is a case: why (as the newest draft said), who looks after them, when the next try is.
CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    participation_id INTEGER NOT NULL REFERENCES participations (id),
    opened_at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',                       -- cause and smallest change: codes and ids as JSON
    carer_id INTEGER REFERENCES persons (id),
    care TEXT NOT NULL DEFAULT '' CHECK (care IN ('', 'talk', 'family', 'find_out')),   -- what the carer is asked for
    next_try_on TEXT,
    closed_at TEXT,
    outcome TEXT CHECK (outcome IN ('paired', 'left', 'not_wanted')),
    CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX cases_one_open ON cases (participation_id) WHERE closed_at IS NULL;
CREATE INDEX cases_by_participation ON cases (participation_id);
CREATE INDEX cases_open ON cases (programme_id) WHERE closed_at IS NULL;
CREATE INDEX cases_by_carer ON cases (carer_id) WHERE closed_at IS NULL AND carer_id IS NOT NULL;
-- What has been done about a case.
CREATE TABLE case_steps (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL CHECK (kind IN ('asked_mentor', 'mentor_yes', 'mentor_no', 'given', 'planned', 'talked', 'family',
        'group', 'other_form', 'words')),
    about_id INTEGER REFERENCES persons (id),           -- the mentor who was asked, the carer it was given to
    words TEXT NOT NULL DEFAULT '',
    by_id INTEGER REFERENCES persons (id),
    at TEXT NOT NULL
);
CREATE INDEX case_steps_by_case ON case_steps (case_id, id);
-- A mentor is asked whether they would take one mentee more: once for a case, one question at a time.
CREATE TABLE place_asks (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    mentor_id INTEGER NOT NULL REFERENCES participations (id),
    asked_by INTEGER REFERENCES persons (id),
    asked_at TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('yes', 'no', 'over')),        -- over: the case was closed meanwhile
    answered_at TEXT,
    UNIQUE (case_id, mentor_id)
);
CREATE UNIQUE INDEX place_asks_one_open ON place_asks (mentor_id) WHERE answer IS NULL;
