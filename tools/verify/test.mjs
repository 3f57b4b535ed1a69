import { buildApi, buildWeb } from '../build/build.mjs'
import { buildStep } from './build-step.mjs'
import { staticChecks } from './checks.mjs'
import { installChromium } from './chromium.mjs'
import { lookForMongodb } from './mongodb.mjs'
import { installRedis } from './redis.mjs'
import { runChecks } from './run-checks.mjs'
import { runJest } from './run-jest.mjs'
import { runVitest } from './run-vitest.mjs'
import { SecondTries } from './second-tries.mjs'
import { Slowest } from './slowest.mjs'
import { Tally } from './tally.mjs'

const unitProjects = ['domain', 'contract', 'catalogue', 'client', 'web', 'api', 'tools']

/**
 * The whole suite, or with words the parts they name: types, lint, domain, api, browser, mobile…
 * @param {string[]} words
 */
export async function main(words) {
  const tally = new Tally()
  const slowest = new Slowest()
  const secondTries = new SecondTries()
  const isWanted = (/** @type {string[]} */ ...tags) =>
    words.length === 0 || words.some((word) => tags.includes(word))

  heading('Types, lint, arrows, builds')
  const checks = staticChecks().filter(({ tags }) => isWanted(...tags))
  const [isBuilt] = await Promise.all([
    isWanted('build', 'browser', 'phone') ? buildBoth(tally) : false,
    runChecks(checks, tally),
  ])
  const mongodb = isWanted('api', 'mongodb') ? await lookForMongodb() : undefined
  if (mongodb?.isThere === false && process.env.CI) tally.add({ failed: 1 })
  const projects = unitProjects.filter((name) => isWanted(name))
  if (isWanted('mobile')) {
    heading('The app of the phone')
    // One of each: screens take a single core, and so does most of what is packed.
    await Promise.all([runJest(tally), runVitest(['mobile'], tally, slowest, secondTries)])
  }
  if (mongodb?.isThere === true) projects.push('api-mongodb')
  const needsChromium = isWanted('api', 'browser', 'phone')
  const problem = needsChromium ? await installChromium() : undefined
  if (problem !== undefined) {
    console.log(`✗ ${problem}`)
    tally.add({ failed: 1 })
  }
  // Nobody is kept from working here by a server that they do not have; where it counts, it must be there.
  const untested = isWanted('api') ? await installRedis() : undefined
  if (untested !== undefined && process.env.CI) tally.add({ failed: 1 })
  if (projects.length > 0) {
    heading('Tests of the packages, the API and the tools')
    await runVitest(projects, tally, slowest, secondTries)
  }
  if (isWanted('browser') && isBuilt && problem === undefined) {
    heading('Browser tests')
    await runVitest(['browser'], tally, slowest, secondTries)
  }
  if (isWanted('phone') && isBuilt && problem === undefined) {
    heading('The phone’s screens in a browser')
    await runVitest(['phone'], tally, slowest, secondTries)
  }
  for (const line of [...slowest.lines(), ...secondTries.lines()]) console.log(line)
  if (untested !== undefined) console.log(`\n!!! ${untested}`)
  if (mongodb !== undefined) console.log(`\n${mongodb.line}`)
  console.log(`\n${tally.line()}`)
  process.exit(tally.failed > 0 ? 1 : 0)
}

/** @param {Tally} tally @returns {Promise<boolean>} whether there is something to open in a browser */
async function buildBoth(tally) {
  const api = await buildStep('API builds', buildApi, tally)
  const web = await buildStep('web app builds', buildWeb, tally)
  return api && web
}

/** @param {string} text */
const heading = (text) => console.log(`\n── ${text}\n`)
