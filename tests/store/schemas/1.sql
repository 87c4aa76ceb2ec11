-- The small event as a program with schema 1 left it: items and a person added, one item removed, one step undone.
PRAGMA application_id=1178882891;
PRAGMA user_version=1;
BEGIN TRANSACTION;
CREATE TABLE acceptance (
	id CHAR(32) NOT NULL, 
	code VARCHAR NOT NULL, 
	subject CHAR(32) NOT NULL, 
	facts_hash VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT pk_acceptance PRIMARY KEY (id)
);
CREATE TABLE agenda_item (
	id CHAR(32) NOT NULL, 
	forum_id CHAR(32) NOT NULL, 
	date DATE NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	title_first VARCHAR NOT NULL, 
	title_second VARCHAR NOT NULL, 
	minutes INTEGER NOT NULL, 
	gap INTEGER NOT NULL, 
	protected BOOLEAN NOT NULL, 
	fixed_start INTEGER, 
	language VARCHAR NOT NULL, 
	interpreted BOOLEAN NOT NULL, 
	organisation_id CHAR(32), 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_agenda_item_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "agenda_item" VALUES('00000000000000000000000000000001','00000000000000000000000000000002','2025-09-17',1,'keynote','主旨演讲','Keynote',10,0,0,NULL,'',0,NULL,'');
CREATE TABLE agreement (
	id CHAR(32) NOT NULL, 
	ceremony_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	title_first VARCHAR NOT NULL, 
	title_second VARCHAR NOT NULL, 
	copies INTEGER NOT NULL, 
	languages VARCHAR NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY (id), 
	CONSTRAINT fk_agreement_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE appearance (
	id CHAR(32) NOT NULL, 
	item_id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	role VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	title_first VARCHAR NOT NULL, 
	title_second VARCHAR NOT NULL, 
	organisation_id CHAR(32), 
	CONSTRAINT pk_appearance PRIMARY KEY (id), 
	CONSTRAINT fk_appearance_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_appearance_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_appearance_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE asset (
	id CHAR(32) NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	CONSTRAINT pk_asset PRIMARY KEY (id)
);
CREATE TABLE asset_bytes (
	id CHAR(32) NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_asset_bytes PRIMARY KEY (id), 
	CONSTRAINT uq_asset_bytes_sha256 UNIQUE (sha256)
);
CREATE TABLE attendee (
	id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	category VARCHAR(32) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	deputy_id CHAR(32), 
	badge VARCHAR NOT NULL, 
	seat VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_attendee PRIMARY KEY (id), 
	CONSTRAINT fk_attendee_deputy_id FOREIGN KEY(deputy_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_attendee_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE ceremony (
	id CHAR(32) NOT NULL, 
	item_id CHAR(32) NOT NULL, 
	batch_first VARCHAR NOT NULL, 
	batch_second VARCHAR NOT NULL, 
	announced INTEGER, 
	device_first VARCHAR NOT NULL, 
	device_second VARCHAR NOT NULL, 
	countdown INTEGER, 
	second_at VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_ceremony PRIMARY KEY (id), 
	CONSTRAINT fk_ceremony_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE change (
	id CHAR(32) NOT NULL, 
	step_number INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	row_id CHAR(32) NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	CONSTRAINT pk_change PRIMARY KEY (id)
);
INSERT INTO "change" VALUES('86451cc6b61242bb99972ea2ccb92c1f',1,'event','00000000000000000000000000000001',NULL,'{"id":"00000000-0000-0000-0000-000000000001","title_first":"小论坛","title_second":"Small forum","kicker_first":"","kicker_second":"","venue_first":"","venue_second":"","first_language":"zh","second_language":"en","time_zone":"Asia/Shanghai","starts":"2025-09-17","note_first":"","note_second":""}');
INSERT INTO "change" VALUES('86451cc6b61242bb99972ea2ccb92c20',1,'forum','00000000000000000000000000000002',NULL,'{"id":"00000000-0000-0000-0000-000000000002","title_first":"小论坛","title_second":"Small forum","hall_id":null,"position":1,"day_start":540,"arrangement":0,"note":""}');
INSERT INTO "change" VALUES('87c80ec265e248909a12c7ab49c44b45',2,'forum','00000000000000000000000000000002','{"arrangement":0}','{"arrangement":1}');
INSERT INTO "change" VALUES('87c80ec265e248909a12c7ab49c44b46',2,'agenda_item','00000000000000000000000000000001',NULL,'{"id":"00000000-0000-0000-0000-000000000001","forum_id":"00000000-0000-0000-0000-000000000002","date":"2025-09-17","position":1,"kind":"keynote","title_first":"主旨演讲","title_second":"Keynote","minutes":10,"gap":0,"protected":false,"fixed_start":null,"language":"","interpreted":false,"organisation_id":null,"note":""}');
INSERT INTO "change" VALUES('d64d1729c013409cb789f2a179a002c7',3,'forum','00000000000000000000000000000002','{"arrangement":1}','{"arrangement":2}');
INSERT INTO "change" VALUES('d64d1729c013409cb789f2a179a002c8',3,'agenda_item','00000000000000000000000000000002',NULL,'{"id":"00000000-0000-0000-0000-000000000002","forum_id":"00000000-0000-0000-0000-000000000002","date":"2025-09-17","position":2,"kind":"report","title_first":"报告","title_second":"Report","minutes":10,"gap":0,"protected":false,"fixed_start":null,"language":"","interpreted":false,"organisation_id":null,"note":""}');
INSERT INTO "change" VALUES('edd2147d43664d968ccb9a7be7a1912c',4,'person','00000000000000000000000000000003',NULL,'{"id":"00000000-0000-0000-0000-000000000003","name_first":"张洋","name_second":"Zhang Yang","native_name":"","spellings":[],"honorific":"","surname_length":null,"pinyin":"","email":"","phone":"+86 138","id_number":"","biography_first":"","biography_second":"","photo_id":null,"note":""}');
INSERT INTO "change" VALUES('da1df382bab446d99aea361d32ffcbbd',5,'event','00000000000000000000000000000001','{"venue_first":"","venue_second":""}','{"venue_first":"展示中心","venue_second":"Centre"}');
INSERT INTO "change" VALUES('4a0a2755dfd3418e916b885a8cdc7556',6,'forum','00000000000000000000000000000002','{"arrangement":2}','{"arrangement":3}');
INSERT INTO "change" VALUES('4a0a2755dfd3418e916b885a8cdc7557',6,'agenda_item','00000000000000000000000000000002','{"id":"00000000-0000-0000-0000-000000000002","forum_id":"00000000-0000-0000-0000-000000000002","date":"2025-09-17","position":2,"kind":"report","title_first":"报告","title_second":"Report","minutes":10,"gap":0,"protected":false,"fixed_start":null,"language":"","interpreted":false,"organisation_id":null,"note":""}',NULL);
INSERT INTO "change" VALUES('b6af4d0c2a6e438c892150233a5b5785',7,'agenda_item','00000000000000000000000000000001','{"minutes":10}','{"minutes":25}');
CREATE TABLE check_in (
	id CHAR(32) NOT NULL, 
	attendee_id CHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_check_in PRIMARY KEY (id), 
	CONSTRAINT fk_check_in_attendee_id FOREIGN KEY(attendee_id) REFERENCES attendee (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE cue (
	id CHAR(32) NOT NULL, 
	item_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	label_first VARCHAR NOT NULL, 
	label_second VARCHAR NOT NULL, 
	offset_seconds INTEGER NOT NULL, 
	department_first VARCHAR NOT NULL, 
	department_second VARCHAR NOT NULL, 
	CONSTRAINT pk_cue PRIMARY KEY (id), 
	CONSTRAINT fk_cue_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE event (
	id CHAR(32) NOT NULL, 
	title_first VARCHAR NOT NULL, 
	title_second VARCHAR NOT NULL, 
	kicker_first VARCHAR NOT NULL, 
	kicker_second VARCHAR NOT NULL, 
	venue_first VARCHAR NOT NULL, 
	venue_second VARCHAR NOT NULL, 
	first_language VARCHAR NOT NULL, 
	second_language VARCHAR NOT NULL, 
	time_zone VARCHAR NOT NULL, 
	starts DATE NOT NULL, 
	note_first VARCHAR NOT NULL, 
	note_second VARCHAR NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id)
);
INSERT INTO "event" VALUES('00000000000000000000000000000001','小论坛','Small forum','','','展示中心','Centre','zh','en','Asia/Shanghai','2025-09-17','','');
CREATE TABLE forum (
	id CHAR(32) NOT NULL, 
	title_first VARCHAR NOT NULL, 
	title_second VARCHAR NOT NULL, 
	hall_id CHAR(32), 
	position INTEGER NOT NULL, 
	day_start INTEGER NOT NULL, 
	arrangement INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_forum PRIMARY KEY (id), 
	CONSTRAINT fk_forum_hall_id FOREIGN KEY(hall_id) REFERENCES hall (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "forum" VALUES('00000000000000000000000000000002','小论坛','Small forum',NULL,1,540,3,'');
CREATE TABLE hall (
	id CHAR(32) NOT NULL, 
	name_first VARCHAR NOT NULL, 
	name_second VARCHAR NOT NULL, 
	seats INTEGER, 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_hall PRIMARY KEY (id)
);
CREATE TABLE organisation (
	id CHAR(32) NOT NULL, 
	name_first VARCHAR NOT NULL, 
	name_second VARCHAR NOT NULL, 
	short_name_first VARCHAR NOT NULL, 
	short_name_second VARCHAR NOT NULL, 
	spellings VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	country_first VARCHAR NOT NULL, 
	country_second VARCHAR NOT NULL, 
	founded DATE, 
	sequence INTEGER, 
	logo_id CHAR(32), 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_organisation PRIMARY KEY (id), 
	CONSTRAINT fk_organisation_logo_id FOREIGN KEY(logo_id) REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE organiser_role (
	id CHAR(32) NOT NULL, 
	organisation_id CHAR(32) NOT NULL, 
	forum_id CHAR(32), 
	role VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_organiser_role PRIMARY KEY (id), 
	CONSTRAINT fk_organiser_role_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_organiser_role_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE party (
	id CHAR(32) NOT NULL, 
	agreement_id CHAR(32) NOT NULL, 
	organisation_id CHAR(32) NOT NULL, 
	side VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	signatory_id CHAR(32), 
	assistant_id CHAR(32), 
	CONSTRAINT pk_party PRIMARY KEY (id), 
	CONSTRAINT fk_party_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_party_assistant_id FOREIGN KEY(assistant_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_party_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_party_signatory_id FOREIGN KEY(signatory_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE person (
	id CHAR(32) NOT NULL, 
	name_first VARCHAR NOT NULL, 
	name_second VARCHAR NOT NULL, 
	native_name VARCHAR NOT NULL, 
	spellings VARCHAR NOT NULL, 
	honorific VARCHAR NOT NULL, 
	surname_length INTEGER, 
	pinyin VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	id_number VARCHAR NOT NULL, 
	biography_first VARCHAR NOT NULL, 
	biography_second VARCHAR NOT NULL, 
	photo_id CHAR(32), 
	note VARCHAR NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT fk_person_photo_id FOREIGN KEY(photo_id) REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "person" VALUES('00000000000000000000000000000003','张洋','Zhang Yang','','[]','',NULL,'','','+86 138','','','',NULL,'');
CREATE TABLE plaque (
	id CHAR(32) NOT NULL, 
	ceremony_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	organisation_id CHAR(32) NOT NULL, 
	representative_id CHAR(32), 
	presenter_id CHAR(32), 
	wording_first VARCHAR NOT NULL, 
	wording_second VARCHAR NOT NULL, 
	artwork VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_plaque PRIMARY KEY (id), 
	CONSTRAINT fk_plaque_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_plaque_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_plaque_presenter_id FOREIGN KEY(presenter_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_plaque_representative_id FOREIGN KEY(representative_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE post (
	id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	organisation_id CHAR(32) NOT NULL, 
	title_first VARCHAR NOT NULL, 
	title_second VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_post PRIMARY KEY (id), 
	CONSTRAINT fk_post_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_post_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE precedence (
	id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT pk_precedence PRIMARY KEY (id), 
	CONSTRAINT fk_precedence_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE print_record (
	id CHAR(32) NOT NULL, 
	document VARCHAR NOT NULL, 
	piece VARCHAR NOT NULL, 
	facts_hash VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	actor VARCHAR NOT NULL, 
	CONSTRAINT pk_print_record PRIMARY KEY (id)
);
CREATE TABLE script_line (
	id CHAR(32) NOT NULL, 
	item_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	text_first VARCHAR NOT NULL, 
	text_second VARCHAR NOT NULL, 
	CONSTRAINT pk_script_line PRIMARY KEY (id), 
	CONSTRAINT fk_script_line_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE stage_call (
	id CHAR(32) NOT NULL, 
	item_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	title_first VARCHAR NOT NULL, 
	title_second VARCHAR NOT NULL, 
	side VARCHAR NOT NULL, 
	places INTEGER, 
	stays BOOLEAN NOT NULL, 
	CONSTRAINT pk_stage_call PRIMARY KEY (id), 
	CONSTRAINT fk_stage_call_item_id FOREIGN KEY(item_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE stage_place (
	id CHAR(32) NOT NULL, 
	call_id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_stage_place PRIMARY KEY (id), 
	CONSTRAINT fk_stage_place_call_id FOREIGN KEY(call_id) REFERENCES stage_call (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_stage_place_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE step (
	id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	stamp INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	founding BOOLEAN NOT NULL, 
	changes INTEGER NOT NULL, 
	CONSTRAINT pk_step PRIMARY KEY (id), 
	CONSTRAINT uq_step_number UNIQUE (number)
);
INSERT INTO "step" VALUES('86451cc6b61242bb99972ea2ccb92c1e',1,1,'Found the event','founder','2026-11-24 16:11:09.223847','done',1,2);
INSERT INTO "step" VALUES('87c80ec265e248909a12c7ab49c44b44',2,2,'Add agenda item','tester','2026-11-24 16:11:09.365020','done',0,2);
INSERT INTO "step" VALUES('d64d1729c013409cb789f2a179a002c6',3,3,'Add agenda item','tester','2026-11-24 16:11:09.428409','done',0,2);
INSERT INTO "step" VALUES('edd2147d43664d968ccb9a7be7a1912b',4,4,'Add person','tester','2026-11-24 16:11:09.447710','done',0,1);
INSERT INTO "step" VALUES('da1df382bab446d99aea361d32ffcbbc',5,5,'Edit event','tester','2026-11-24 16:11:09.460847','done',0,1);
INSERT INTO "step" VALUES('4a0a2755dfd3418e916b885a8cdc7555',6,6,'Remove agenda item','tester','2026-11-24 16:11:09.478365','done',0,2);
INSERT INTO "step" VALUES('b6af4d0c2a6e438c892150233a5b5784',7,8,'Edit agenda item','tester','2026-11-24 16:11:09.507712','undone',0,1);
CREATE TABLE template (
	id CHAR(32) NOT NULL, 
	document VARCHAR NOT NULL, 
	name_first VARCHAR NOT NULL, 
	name_second VARCHAR NOT NULL, 
	layout VARCHAR NOT NULL, 
	CONSTRAINT pk_template PRIMARY KEY (id)
);
CREATE TABLE unveiled (
	id CHAR(32) NOT NULL, 
	ceremony_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	name_first VARCHAR NOT NULL, 
	name_second VARCHAR NOT NULL, 
	organisation_id CHAR(32), 
	CONSTRAINT pk_unveiled PRIMARY KEY (id), 
	CONSTRAINT fk_unveiled_ceremony_id FOREIGN KEY(ceremony_id) REFERENCES ceremony (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_unveiled_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_asset_sha256 ON asset (sha256);
CREATE INDEX ix_change_step_number ON change (step_number);
CREATE INDEX ix_print_record_piece ON print_record (piece);
CREATE INDEX ix_step_stamp ON step (stamp);
CREATE INDEX ix_forum_hall_id ON forum (hall_id);
CREATE INDEX ix_organisation_logo_id ON organisation (logo_id);
CREATE INDEX ix_person_photo_id ON person (photo_id);
CREATE INDEX ix_agenda_item_forum_id ON agenda_item (forum_id);
CREATE INDEX ix_agenda_item_organisation_id ON agenda_item (organisation_id);
CREATE INDEX ix_attendee_deputy_id ON attendee (deputy_id);
CREATE UNIQUE INDEX ix_attendee_person_id ON attendee (person_id);
CREATE INDEX ix_organiser_role_forum_id ON organiser_role (forum_id);
CREATE INDEX ix_organiser_role_organisation_id ON organiser_role (organisation_id);
CREATE INDEX ix_post_organisation_id ON post (organisation_id);
CREATE INDEX ix_post_person_id ON post (person_id);
CREATE UNIQUE INDEX ix_precedence_person_id ON precedence (person_id);
CREATE INDEX ix_appearance_item_id ON appearance (item_id);
CREATE INDEX ix_appearance_organisation_id ON appearance (organisation_id);
CREATE INDEX ix_appearance_person_id ON appearance (person_id);
CREATE UNIQUE INDEX ix_ceremony_item_id ON ceremony (item_id);
CREATE INDEX ix_check_in_attendee_id ON check_in (attendee_id);
CREATE INDEX ix_cue_item_id ON cue (item_id);
CREATE INDEX ix_script_line_item_id ON script_line (item_id);
CREATE INDEX ix_stage_call_item_id ON stage_call (item_id);
CREATE INDEX ix_agreement_ceremony_id ON agreement (ceremony_id);
CREATE INDEX ix_plaque_ceremony_id ON plaque (ceremony_id);
CREATE INDEX ix_plaque_organisation_id ON plaque (organisation_id);
CREATE INDEX ix_plaque_presenter_id ON plaque (presenter_id);
CREATE INDEX ix_plaque_representative_id ON plaque (representative_id);
CREATE INDEX ix_stage_place_call_id ON stage_place (call_id);
CREATE INDEX ix_stage_place_person_id ON stage_place (person_id);
CREATE INDEX ix_unveiled_ceremony_id ON unveiled (ceremony_id);
CREATE INDEX ix_unveiled_organisation_id ON unveiled (organisation_id);
CREATE INDEX ix_party_agreement_id ON party (agreement_id);
CREATE INDEX ix_party_assistant_id ON party (assistant_id);
CREATE INDEX ix_party_organisation_id ON party (organisation_id);
CREATE INDEX ix_party_signatory_id ON party (signatory_id);
COMMIT;
