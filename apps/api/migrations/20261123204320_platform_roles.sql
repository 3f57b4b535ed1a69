-- What people may do on the installation itself; what they may do in a household is decided there.
INSERT INTO "permissions" ("id", "description") VALUES
	('users.read', 'See accounts and their state'),
	('users.block', 'Block and unblock accounts'),
	('roles.grant', 'Give and take platform roles'),
	('catalogue.edit', 'Draft and publish providers, plans and price versions'),
	('jobs.read', 'See queues, jobs and metrics'),
	('audit.read', 'Read the audit log');
--> statement-breakpoint
INSERT INTO "roles" ("id", "description") VALUES
	('user', 'Everybody with an account'),
	('support', 'Helps people with their accounts'),
	('catalogue-editor', 'Keeps the catalogue'),
	('administrator', 'Runs the installation');
--> statement-breakpoint
INSERT INTO "role_permissions" ("role_id", "permission_id") VALUES
	('support', 'users.read'),
	('support', 'users.block'),
	('catalogue-editor', 'catalogue.edit');
--> statement-breakpoint
INSERT INTO "role_permissions" ("role_id", "permission_id") SELECT 'administrator', "id" FROM "permissions";
