-- What charges copied of their subscription stands once from here on. Revision 0: every document is newer than this.
insert into billed_subscriptions (id, household_id, revision, raised, name, kind, provider_id, brand_color, visibility,
    owner_id, payer_id)
  select distinct on (subscription_id) subscription_id, household_id, 0, index + 1, subscription_name, kind, provider_id,
    brand_color, visibility, owner_id, payer_id
  from charges order by subscription_id, index desc;
--> statement-breakpoint
-- It goes with its household. The tables of one feature do not name those of another in code.
alter table billed_subscriptions add constraint billed_subscriptions_household
  foreign key (household_id) references households (id) on delete cascade;
