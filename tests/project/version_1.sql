-- A project as version 1 wrote it: one kind of edit, no settings. It stays as it is.
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE paragraph(
    side TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY(side, number)
) WITHOUT ROWID;
CREATE TABLE sentence(
    side TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
    paragraph INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    PRIMARY KEY(side, number)
) WITHOUT ROWID;
CREATE TABLE leftover(
    number INTEGER PRIMARY KEY, text TEXT NOT NULL, label TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, source INTEGER NOT NULL
);
CREATE TABLE markup(
    number INTEGER PRIMARY KEY, text TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, stands_for TEXT NOT NULL, source INTEGER NOT NULL
);
CREATE TABLE pair(
    rank INTEGER PRIMARY KEY,
    zh, en, zh_text TEXT, en_text TEXT,
    confidence REAL NOT NULL, status TEXT NOT NULL, note TEXT NOT NULL, zh_cut TEXT, en_cut TEXT
);
CREATE INDEX pair_order ON pair(rank);
CREATE TABLE moved(
    number INTEGER PRIMARY KEY, zh TEXT NOT NULL, en TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE TABLE edit(
    number INTEGER PRIMARY KEY, label TEXT NOT NULL, change TEXT NOT NULL, time TEXT NOT NULL
);
CREATE TABLE state(
    id INTEGER PRIMARY KEY CHECK (id = 1),
    done INTEGER REFERENCES edit(number),
    cursor INTEGER NOT NULL
);
INSERT INTO meta VALUES ('encodings', '["utf-8"]');
INSERT INTO meta VALUES ('layout', '"blocks"');
INSERT INTO meta VALUES ('level', '"sentence"');
INSERT INTO meta VALUES ('model', '"toy"');
INSERT INTO meta VALUES ('script', '"Hant"');
INSERT INTO meta VALUES ('script_share', '0.98');
INSERT INTO meta VALUES ('sources', '["霧.txt"]');
INSERT INTO paragraph VALUES ('zh', 0, '霧散了。船出港。', 'body');
INSERT INTO paragraph VALUES ('en', 0, 'The fog lifted. The boat left harbour.', 'body');
INSERT INTO sentence VALUES ('zh', 0, '霧散了。', 0, 0, 4);
INSERT INTO sentence VALUES ('zh', 1, '船出港。', 0, 4, 8);
INSERT INTO sentence VALUES ('en', 0, 'The fog lifted.', 0, 10, 25);
INSERT INTO sentence VALUES ('en', 1, 'The boat left harbour.', 0, 26, 48);
INSERT INTO pair VALUES (4294967296, 0, 0, NULL, NULL, 0.9, 'confirmed', '', NULL, NULL);
INSERT INTO pair VALUES (8589934592, 1, 1, NULL, NULL, 0.8, 'proposed', '', NULL, NULL);
INSERT INTO edit VALUES (1, 'confirm', '{"hunks":[[0,[[[0],[0],null,null,0.9,"proposed","",[0,null],[0,null]]],[[[0],[0],null,null,0.9,"confirmed","",[0,null],[0,null]]]]],"old_moved":[],"new_moved":[]}', '2026-01-05T09:30:00+00:00');
INSERT INTO state VALUES (1, 1, 1);
PRAGMA application_id = 1148872753;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
