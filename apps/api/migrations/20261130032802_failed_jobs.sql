CREATE INDEX "jobs_failed" ON "jobs" USING btree ("id") WHERE "jobs"."failed_at" is not null;--> statement-breakpoint
insert into permissions (id, description) values ('jobs.retry', 'Try again what was given up');--> statement-breakpoint
insert into role_permissions (role_id, permission_id) values ('administrator', 'jobs.retry');
