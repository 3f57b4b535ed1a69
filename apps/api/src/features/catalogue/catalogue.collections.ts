import { collectionOf, type Body } from '../../platform/documents/document-store.ts'
import { rankOf } from './plan-rank.ts'
import type { PlanCorrectionDocument } from './plan-correction.document.ts'
import type { PlanDraftDocument } from './plan-draft.document.ts'
import type { PlanDocument } from './plan.document.ts'
import type { CatalogueImportDocument, ProviderDocument } from './provider.document.ts'
import { popularIn, providerRankOf } from './provider-rank.ts'

/** Nobody could announce a price, or edit one, before. */
const withEditing = (body: Body): Body => ({ announced: [], editedAt: null, ...body })

export const planShape = collectionOf<PlanDocument>()('plans', {
  fields: {
    country: { type: 'text', of: (plan) => plan.country },
    kind: { type: 'text', of: (plan) => plan.kind },
    providerId: { type: 'text', of: (plan) => plan.providerId },
    rank: { type: 'text', of: rankOf },
    nextPriceOn: { type: 'text', optional: true, of: ({ announced }) => announced[0]?.effectiveOn ?? null },
  },
  indexes: {
    byRank: { by: ['rank'] },
    ofCountry: { by: ['country', 'rank'] },
    ofProvider: { by: ['providerId', 'rank'] },
    announced: { by: ['nextPriceOn'], onlySet: true },
  },
  upgrades: [withEditing],
})

export const planDraftShape = collectionOf<PlanDraftDocument>()('plan_drafts', {
  fields: {
    own: { type: 'text', of: ({ id }) => id },
    place: { type: 'text', of: ({ providerName, name }) => `${providerName} ${name}`.toLowerCase() },
  },
  indexes: { own: { by: ['own'] }, byPlace: { by: ['place'] } },
})

export const planCorrectionShape = collectionOf<PlanCorrectionDocument>()('plan_corrections', {
  fields: {
    openOf: { type: 'text', optional: true, of: ({ planId, state }) => (state === 'open' ? planId : null) },
  },
  indexes: { open: { by: ['openOf'], onlySet: true } },
})

/** Names that people use were words of search before they were kept as they are written. */
const withNames = (body: Body): Body => ({ otherNames: [], statementAliases: [], ...body })

export const providerShape = collectionOf<ProviderDocument>()('providers', {
  fields: {
    countries: { type: 'texts', of: (provider) => provider.countries },
    kinds: { type: 'texts', of: (provider) => provider.kinds },
    popularIn: { type: 'texts', of: ({ popularity }) => popularIn(popularity) },
    rank: { type: 'text', of: providerRankOf },
  },
  indexes: {
    byRank: { by: ['rank'] },
    popularIn: { within: 'popularIn', sort: 'rank' },
  },
  upgrades: [withNames],
})

export const catalogueImportShape = collectionOf<CatalogueImportDocument>()('catalogue_imports', {
  fields: {
    contentHash: { type: 'text', of: ({ contentHash }) => contentHash },
  },
  indexes: {},
})
