import type * as z from 'zod'
import { catalogueFiles, type CatalogueFiles } from './data.ts'
import type { CatalogueProblem } from './problem.ts'
import { fileSchemas, type RawCatalogue } from './schema.ts'
import { historyProblems, sourceProblems } from './validate-history.ts'
import { planProblems } from './validate-plans.ts'
import { chipProblems, nameProblems, providerProblems } from './validate-providers.ts'

const fileNames = Object.keys(fileSchemas) as (keyof RawCatalogue)[]

/**
 * Everything wrong with the files, none if they may be published. Shapes come first: while an entry has an
 * unknown or missing field, what the entries say of each other is not looked at.
 */
export function validateCatalogue(files: CatalogueFiles = catalogueFiles): CatalogueProblem[] {
  const shapes = fileNames.flatMap((file) => shapeProblems(file, files[file]))
  return shapes.length > 0 ? shapes : contentProblems(parseCatalogue(files))
}

/** The files with their types; throws where a shape is wrong. */
export function parseCatalogue(files: CatalogueFiles): RawCatalogue {
  return {
    providers: fileSchemas.providers.parse(files.providers),
    names: fileSchemas.names.parse(files.names),
    plans: fileSchemas.plans.parse(files.plans),
    'price-history': fileSchemas['price-history'].parse(files['price-history']),
    sources: fileSchemas.sources.parse(files.sources),
    chips: fileSchemas.chips.parse(files.chips),
  }
}

function contentProblems(raw: RawCatalogue): CatalogueProblem[] {
  return [
    ...providerProblems(raw),
    ...nameProblems(raw),
    ...planProblems(raw),
    ...historyProblems(raw),
    ...sourceProblems(raw),
    ...chipProblems(raw),
  ]
}

function shapeProblems(file: keyof RawCatalogue, content: unknown): CatalogueProblem[] {
  const issues = fileSchemas[file].safeParse(content).error?.issues ?? []
  return issues.map((issue) => ({ file, id: entryName(content, issue), sentence: shapeSentence(issue) }))
}

function entryName(content: unknown, { path: [first] }: z.core.$ZodIssue): string {
  const entry: unknown = Array.isArray(content) && typeof first === 'number' ? content[first] : null
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : first
  return typeof id === 'string' ? id : `entry ${String(first)}`
}

function shapeSentence({ path, message }: z.core.$ZodIssue): string {
  const field = path.slice(1).map(String).join('.')
  return field === '' ? `${message}.` : `${field}: ${message}.`
}
