import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle, type Plugin } from 'vite'
import type * as prerender from '../src/prerender/landing.tsx'

const languages = ['en', 'hi'] as const

/** Does something with the program that draws the page; parts of it are read while it draws. */
const withPrerender = async (
  root: string,
  work: (program: typeof prerender) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'streamline-prerender-'))
  try {
    await bundle({
      root,
      configFile: false,
      publicDir: false,
      // Directives for servers that render, which this is none of, are warned of a hundred times.
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, 'src/prerender/landing.tsx'),
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'landing.mjs' } },
      },
    })
    await work((await import(pathToFileURL(join(folder, 'landing.mjs')).href)) as typeof prerender)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const pageOf = (
  shell: string,
  language: string,
  { title, description, markup }: prerender.Landing,
): string => {
  // The policy of our pages refuses what an attribute would style.
  const styled = markup.match(/<[^>]* style=[^>]*>/)
  if (styled) throw new Error(`The first page has a style of its own: ${styled[0]}`)
  return shell
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace(/<title>.*<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace(/(name="description"\s+content=")[^"]*/, (_, start: string) => start + escaped(description))
    .replace('<div id="root"></div>', () => `<div id="root" data-drawn>${markup}</div>`)
}

/**
 * Draws the first page of strangers, in each language, with and without the demo, as the app will draw it. Who comes sees it before any
 * program runs; the API chooses.
 */
export const landingPages = (root: string): Plugin => ({
  name: 'streamline:landing-pages',
  apply: 'build',
  writeBundle: {
    order: 'post',
    async handler({ dir: dist }) {
      if (dist === undefined) return
      const shell = await readFile(join(dist, 'index.html'), 'utf8')
      await withPrerender(root, async ({ renderLanding }) => {
        for (const language of languages)
          for (const demo of [true, false]) {
            const page = pageOf(shell, language, await renderLanding(language, demo))
            await writeFile(join(dist, `landing-${language}${demo ? '-demo' : ''}.html`), page)
          }
      })
    },
  },
})
