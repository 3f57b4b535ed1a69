import { collectionOf } from '../../platform/documents/document-store.ts'
import { prefixesOf } from '../../platform/documents/prefixes.ts'
import { rankOf } from './plan-rank.ts'
import type { PlanDocument } from './plan.document.ts'
import type { CatalogueImportDocument, ProviderDocument } from './provider.document.ts'
import { popularIn, providerRankOf } from './provider-rank.ts'

export const planShape = collectionOf<PlanDocument>()('plans', {
  fields: {
    country: { type: 'text', of: (plan) => plan.country },
    kind: { type: 'text', of: (plan) => plan.kind },
    providerId: { type: 'text', of: (plan) => plan.providerId },
    rank: { type: 'text', of: rankOf },
    words: { type: 'texts', of: (plan) => plan.searchTokens },
    beginnings: { type: 'texts', of: (plan) => prefixesOf(plan.searchTokens) },
    allBeginnings: {
      type: 'texts',
      // Without contents there is nothing to find that `beginnings` does not find.
      of: ({ searchTokens, includedTokens }) =>
        includedTokens.length === 0 ? [] : prefixesOf([...searchTokens, ...includedTokens]),
    },
  },
  indexes: {
    byRank: { by: ['rank'] },
    ofCountry: { by: ['country', 'rank'] },
    ofProvider: { by: ['providerId', 'rank'] },
    words: { within: 'words', sort: 'rank' },
    beginnings: { within: 'beginnings', sort: 'rank' },
    allBeginnings: { within: 'allBeginnings', sort: 'rank' },
  },
})

export const providerShape = collectionOf<ProviderDocument>()('providers', {
  fields: {
    countries: { type: 'texts', of: (provider) => provider.countries },
    kinds: { type: 'texts', of: (provider) => provider.kinds },
    popularIn: { type: 'texts', of: ({ popularity }) => popularIn(popularity) },
    rank: { type: 'text', of: providerRankOf },
    beginnings: { type: 'texts', of: (provider) => prefixesOf(provider.searchTokens) },
  },
  indexes: {
    byRank: { by: ['rank'] },
    popularIn: { within: 'popularIn', sort: 'rank' },
    beginnings: { within: 'beginnings', sort: 'rank' },
  },
})

export const catalogueImportShape = collectionOf<CatalogueImportDocument>()('catalogue_imports', {
  fields: {
    contentHash: { type: 'text', of: ({ contentHash }) => contentHash },
  },
  indexes: {},
})
