import { relative } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/**
 * Which modules each address shows first, by language and beginning of the address. The page asks for their files at once, instead of
 * one after the other as they are found.
 */
export type FirstModules = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** The files of each, beside those that every page asks for. */
const filesOf = (bundle: Rolldown.OutputBundle, root: string, modules: FirstModules) => {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const closure = (file: string, found: Set<string>): Set<string> => {
    if (found.has(file)) return found
    found.add(file)
    for (const next of byFile.get(file)?.imports ?? []) closure(next, found)
    return found
  }
  const always = new Set<string>()
  for (const { isEntry, fileName } of chunks) if (isEntry) closure(fileName, always)
  const fileOf = (module: string): string => {
    const chunk = chunks.find(
      ({ facadeModuleId }) => facadeModuleId !== null && relative(root, facadeModuleId) === module,
    )
    if (chunk === undefined) throw new Error(`The build has no file for ${module}`)
    return chunk.fileName
  }
  const needed = (names: readonly string[]): string[] => {
    const found = new Set<string>()
    for (const name of names) closure(fileOf(name), found)
    return [...found].filter((file) => !always.has(file)).map((file) => `/${file}`)
  }
  return Object.fromEntries(
    Object.entries(modules).map(([language, screens]) => [
      language,
      Object.fromEntries(Object.entries(screens).map(([path, names]) => [path, needed(names)])),
    ]),
  )
}

/** Writes them into the page, where `start.js` reads them. */
export const firstFiles = (root: string, modules: FirstModules): Plugin => ({
  name: 'streamline:first-files',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      bundle === undefined
        ? []
        : [
            {
              tag: 'script',
              attrs: { type: 'application/json', id: 'first-files' },
              children: JSON.stringify(filesOf(bundle, root, modules)),
              injectTo: 'head-prepend',
            },
          ],
  },
})
