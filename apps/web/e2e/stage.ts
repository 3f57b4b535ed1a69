import { Client } from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { startTestAppOn, type TestApp } from '../../../tools/app/test-app.mjs'
import { createDatabase, dropDatabase } from '../../../tools/postgres/test-server.mjs'
import {
  closeWindow,
  launchBrowser,
  openWindow,
  takePictures,
  type Visit,
  type WindowOptions,
} from './browser.ts'

export interface Stage {
  /** Where the application is, once the tests begin. */
  readonly url: string
  /** A window of its own, as on a first visit; one that a test or its hook opened is closed after that test. */
  readonly open: (options?: WindowOptions) => Promise<Visit>
}

interface Setting {
  /** Where the clock stands at first. Nobody is there yet, so no day before it had anything to do. */
  now?: string
  /** For the environment of the application. */
  variables?: Record<string, string>
}

/** An application and a browser for the tests of a file; of one that fails, what its windows showed last is kept. */
export const setStage = ({ now, variables }: Setting = {}): Stage => {
  let app: TestApp
  let browser: Browser
  let databaseUrl: string
  const lasting: Visit[] = []
  let passing: Visit[] | null = null

  beforeAll(async () => {
    const { server, template } = inject('installation')
    databaseUrl = await createDatabase(server, template)
    if (now !== undefined) await setClock(databaseUrl, Date.parse(now))
    app = await startTestAppOn(databaseUrl, variables)
    browser = await launchBrowser()
  })
  beforeEach(({ task, onTestFinished }) => {
    const opened: Visit[] = []
    passing = opened
    onTestFinished(async () => {
      passing = null
      if (task.result?.state === 'fail') await takePictures([...lasting, ...opened], task.fullTestName)
      for (const visit of opened) await closeWindow(visit)
    })
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    if (databaseUrl) await dropDatabase(databaseUrl)
  })

  return {
    get url() {
      return app.url
    },
    open: async (options) => {
      const visit = await openWindow(browser, app.url, options)
      ;(passing ?? lasting).push(visit)
      return visit
    },
  }
}

const setClock = async (databaseUrl: string, now: number): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('insert into test_clock (id, offset_ms) values (1, $1)', [now - Date.now()])
  await client.end()
}
