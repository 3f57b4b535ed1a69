import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { bytewise, documentColumns } from '../../platform/documents/document.table.ts'

export const plans = pgTable(
  'plans',
  {
    ...documentColumns(),
    country: bytewise('country').notNull(),
    kind: bytewise('kind').notNull(),
    providerId: bytewise('provider_id').notNull(),
    rank: bytewise('rank').notNull(),
    words: text('words').array().notNull(),
    beginnings: text('beginnings').array().notNull(),
    allBeginnings: text('all_beginnings').array().notNull(),
  },
  (table) => [
    index('plans_by_rank').on(table.rank, table.id),
    index('plans_of_country').on(table.country, table.rank, table.id),
    index('plans_of_provider').on(table.providerId, table.rank, table.id),
    index('plans_words').using('gin', table.words),
    index('plans_beginnings').using('gin', table.beginnings),
    index('plans_all_beginnings').using('gin', table.allBeginnings),
  ],
)

export const providers = pgTable(
  'providers',
  {
    ...documentColumns(),
    countries: text('countries').array().notNull(),
    kinds: text('kinds').array().notNull(),
    popularIn: text('popular_in').array().notNull(),
    rank: bytewise('rank').notNull(),
    beginnings: text('beginnings').array().notNull(),
  },
  (table) => [
    index('providers_by_rank').on(table.rank, table.id),
    index('providers_popular_in').using('gin', table.popularIn),
    index('providers_beginnings').using('gin', table.beginnings),
  ],
)

export const catalogueImports = pgTable('catalogue_imports', {
  ...documentColumns(),
  contentHash: bytewise('content_hash').notNull(),
})
