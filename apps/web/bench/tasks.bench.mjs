// How many presses and seconds the three things take that people do most, on a phone: `npm run bench -- tasks`
import { chromium } from 'playwright-core'
import { startTestApp } from '../../../tools/app/test-app.mjs'
import { line, load } from '../../../tools/bench/line.mjs'

const RUNS = 5

const app = await startTestApp({ LIMITS: 'off' })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
})

const call = async (path, token, body) => {
  const answer = await fetch(app.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}

/** Somebody new with a second person and one subscription that is due, on a page of their own. */
const somebody = async (run) => {
  const context = await browser.newContext({
    viewport: { width: 412, height: 915 },
    hasTouch: true,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.goto(`${app.url}/sign-in`)
  const token = await page.evaluate(async (email) => {
    const answer = await fetch('/v1/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, name: 'Asha', password: 'correct horse battery', country: 'IN' }),
    })
    if (!answer.ok) throw new Error(`Registering answered ${answer.status}`)
    localStorage.setItem('streamline.session', 'signed-in')
    return (await answer.json()).accessToken
  }, `task-${run}-${Date.now()}@example.org`)
  const me = await call('/v1/me', token)
  const home = `/v1/households/${me.households[0].id}`
  await call(`${home}/members`, token, { name: 'Ravi' })
  const { id } = await call(`${home}/subscriptions`, token, {
    name: 'Fibre',
    kind: 'broadband',
    startsOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    interval: { count: 1, unit: 'month' },
    price: { amount: 99_900, currency: 'INR' },
    recordsItself: false,
  })
  return { page, id, close: () => context.close() }
}

/** Presses are counted; typing is none. */
const counted = () => {
  let presses = 0
  return {
    press: async (target) => {
      presses += 1
      await target.click()
    },
    presses: () => presses,
  }
}

const tasks = {
  'add from the catalogue': {
    atMost: 5,
    begin: '/home',
    isReady: (page) =>
      page
        .getByRole('button', { name: /Mark paid/ })
        .first()
        .waitFor(),
    work: async (page, { press }) => {
      await press(page.getByRole('link', { name: 'Add a subscription' }).first())
      await page.getByRole('combobox', { name: 'Provider or plan' }).fill('netflix premium')
      await press(page.getByRole('option', { name: /Netflix Premium/ }))
      await press(page.getByRole('button', { name: 'Save', exact: true }))
      await page.getByRole('heading', { level: 1, name: 'Netflix Premium' }).waitFor()
    },
  },
  'mark paid': {
    atMost: 1,
    begin: '/home',
    isReady: (page) =>
      page
        .getByRole('button', { name: /Mark paid/ })
        .first()
        .waitFor(),
    work: async (page, { press }) => {
      await press(page.getByRole('button', { name: /Mark paid: Fibre/ }).first())
      await page
        .getByText(/marked paid/)
        .first()
        .waitFor()
    },
  },
  'split with a second person': {
    atMost: 4,
    begin: '/subscriptions/ID',
    isReady: (page) => page.getByRole('heading', { level: 1, name: 'Fibre' }).waitFor(),
    work: async (page, { press }) => {
      await press(page.getByRole('button', { name: 'Split Fibre' }))
      await press(page.getByText('Equally', { exact: true }))
      await press(page.getByRole('button', { name: 'Save split' }))
      await page
        .getByText(/the split is changed/)
        .first()
        .waitFor()
    },
  },
}

const medianOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

try {
  for (const [name, { atMost, begin, isReady, work }] of Object.entries(tasks)) {
    const seconds = []
    let presses = 0
    for (let run = 0; run < RUNS; run++) {
      const { page, id, close } = await somebody(`${name.replaceAll(' ', '-')}-${run}`)
      await page.goto(app.url + begin.replace('ID', id))
      await isReady(page)
      const count = counted()
      const began = performance.now()
      await work(page, count)
      seconds.push((performance.now() - began) / 1000)
      presses = count.presses()
      await close()
    }
    console.log(`\n${name}, ${RUNS} times, ${load()}`)
    line('presses', presses, { digits: 0, atMost })
    line('seconds', medianOf(seconds), { unit: 's', digits: 1, atMost: 5 })
  }
} finally {
  await browser.close()
  await app.stop()
}
