-- What is kept of a household goes with it. The tables of one feature do not name those of another in code.
delete from overviews where not exists (select from households h where h.id = household_id);
--> statement-breakpoint
alter table charges add constraint charges_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table balances add constraint balances_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table overviews add constraint overviews_household foreign key (household_id) references households (id) on delete cascade;
