import chips from '../data/chips.json' with { type: 'json' }
import names from '../data/names.json' with { type: 'json' }
import plans from '../data/plans.json' with { type: 'json' }
import priceHistory from '../data/price-history.json' with { type: 'json' }
import providers from '../data/providers.json' with { type: 'json' }
import sources from '../data/sources.json' with { type: 'json' }

/** The data files before any check, by name. */
export type CatalogueFiles = Record<
  'providers' | 'names' | 'plans' | 'price-history' | 'sources' | 'chips',
  unknown
>

/** The files of `data/` as they are. */
export const catalogueFiles: CatalogueFiles = {
  providers,
  names,
  plans,
  'price-history': priceHistory,
  sources,
  chips,
}

/** No fact may be dated later; move it when entries are corrected. */
export const compiledOn = '2026-11-28'
