CREATE TABLE "budgets" (
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"about" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_on" date NOT NULL,
	CONSTRAINT "budgets_household_id_scope_about_pk" PRIMARY KEY("household_id","scope","about")
);
