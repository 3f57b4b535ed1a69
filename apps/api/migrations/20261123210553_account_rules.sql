-- The role as the contract names it.
insert into roles (id, description) values ('catalogueEditor', 'Keeps the catalogue');
--> statement-breakpoint
update role_permissions set role_id = 'catalogueEditor' where role_id = 'catalogue-editor';
--> statement-breakpoint
update user_roles set role_id = 'catalogueEditor' where role_id = 'catalogue-editor';
--> statement-breakpoint
delete from roles where id = 'catalogue-editor';
--> statement-breakpoint
-- Everybody with an account has the role `user`, demo visitors too.
insert into user_roles (user_id, role_id, granted_at) select id, 'user', created_at from users;
--> statement-breakpoint
-- The audit log is append-only. Who deletes an account leaves the events and takes what names them.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if current_setting('streamline.anonymising', true) in (old.subject_id::text, old.actor_id::text) then
      return new;
    end if;
  end if;
  raise exception 'audit entries are never changed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function audit_is_append_only();
--> statement-breakpoint
create trigger audit_entries_never_emptied before truncate on audit_entries
  for each statement execute function audit_is_append_only();
--> statement-breakpoint
create function anonymise_audit(person uuid) returns void language plpgsql as $$
begin
  perform set_config('streamline.anonymising', person::text, true);
  update audit_entries set address = null, user_agent = null, detail = '{}'
    where subject_id = person or actor_id = person;
  perform set_config('streamline.anonymising', '', true);
end $$;
