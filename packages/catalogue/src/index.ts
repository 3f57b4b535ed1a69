export { catalogueOf, loadCatalogue } from './catalogue.ts'
export type {
  Catalogue,
  CatalogueInclude,
  CataloguePlan,
  CataloguePriceVersion,
  CatalogueProvider,
  CatalogueService,
  CatalogueSource,
  PlanKind,
} from './catalogue.types.ts'
export type { CatalogueFiles } from './data.ts'
export type { CatalogueProblem } from './problem.ts'
export type { Confidence, Country, Currency, DatePrecision, Interval, RawCatalogue } from './schema.ts'
export { rawPlanSchema, rawPriceChangeSchema, rawProviderSchema, rawSourceSchema } from './schema.ts'
export { serviceIdOf } from './services.ts'
export { parseCatalogue, validateCatalogue } from './validate.ts'
