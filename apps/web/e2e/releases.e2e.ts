import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Visit } from './browser.ts'
import { settle } from './inspection.ts'
import { whenKept } from './kept-builds.ts'
import { serveBuilds } from './served-builds.ts'
import { setStage } from './stage.ts'

const web = join(import.meta.dirname, '..')

/** The next release: another word on Home, and whatever follows from that in the names of files. */
const buildNext = async (folder: string): Promise<void> => {
  process.env['NODE_ENV'] = 'production'
  await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [
      {
        name: 'next-release',
        transform: {
          filter: { id: /translations\/en\/overview\.ts$/ },
          handler: (code: string) => code.replace('Today', 'Today, anew'),
        },
      },
    ],
    build: { outDir: folder, emptyOutDir: true },
  })
}

const seenAgain = (page: Page): Promise<void> =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')))

const keptBuilds = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length)

const heading = (page: Page) => page.locator('#page-heading')

describe('a release while somebody has the app open', () => {
  const stage = setStage()
  let site: Awaited<ReturnType<typeof serveBuilds>>
  let visit: Visit
  let page: Page
  let next: string
  beforeAll(async () => {
    next = await mkdtemp(join(tmpdir(), 'streamline-next-'))
    await buildNext(next)
    site = await serveBuilds(stage.url)
    site.release(join(web, 'dist'))
    visit = await stage.open({ serviceWorkers: 'allow' })
    page = visit.page
    await page.goto(`${site.url}/`)
    await page.getByRole('button', { name: /demo/ }).click()
    await page.waitForURL('**/home')
    await settle(visit)
    await whenKept(page)
  })
  afterAll(async () => {
    await site?.stop()
    await rm(next, { recursive: true, force: true })
  })

  it('tells the open page, which still has every screen of its own build', async () => {
    site.release(next)
    expect(await page.getByText('A newer version').count()).toBe(0)
    await seenAgain(page)
    await page.getByText('A newer version of Streamline is there.').waitFor()
    await page.getByRole('link', { name: 'Money' }).first().click()
    await page.getByRole('heading', { name: 'Money', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Settings' }).first().click()
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    expect(await keptBuilds(page)).toBe(2)
    expect(visit.complaints.splice(0)).toEqual([])
  })

  it('shows the release after a reload, and keeps nothing of the one before', async () => {
    await page.getByRole('link', { name: 'Home' }).first().click()
    await expect.poll(() => heading(page).textContent()).toBe('Today')
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect.poll(() => heading(page).textContent(), { timeout: 30_000 }).toBe('Today, anew')
    await expect.poll(() => keptBuilds(page), { timeout: 30_000 }).toBe(1)
    expect(await page.getByText('A newer version').count()).toBe(0)
    expect(visit.complaints.splice(0)).toEqual([])
  })
})
