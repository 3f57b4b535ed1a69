import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../setup/root.mjs'

/** @param {string} folder @returns {string[]} */
const filesBelow = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|md)$/.test(name) && !/(^|\/)(node_modules|dist|\.cache)\//.test(name))
    .map((name) => `${folder}/${name}`)

const folders = [
  'packages/domain/src',
  'packages/contract/src',
  'packages/client/src',
  'packages/catalogue/src',
  'apps/api/src',
  'apps/api/test',
  'apps/web/src',
  'apps/web/e2e',
  'apps/mobile/src',
  'tools',
  'docs',
]

/** @param {string} path */
const textOf = (path) => readFileSync(join(root, path), 'utf8')
const laws = new Set([...textOf('docs/LAWS.md').matchAll(/^\*\*Law (\d+)\./gm)].map(([, number]) => number))
const decisions = new Set(readdirSync(join(root, 'docs/decisions')).map((name) => name.slice(0, 4)))

/** What a text points to that nobody can look up. @param {string} text */
const nowhere = (text) => [
  ...[...text.matchAll(/\b[Ll]aws? (\d+)(?: (?:and|or) (\d+))?/g)]
    .flatMap(([, one, other]) => [one, other])
    .filter((number) => number !== undefined && !laws.has(number))
    .map((number) => `law ${number}`),
  ...[...text.matchAll(/\b[Dd]ecisions? (\d+)\b/g)]
    .map(([, number]) => number)
    .filter((number) => number === undefined || !decisions.has(number))
    .map((number) => `decision ${number}`),
]

describe('laws and decisions', () => {
  it('that a comment or a page names can be looked up by that number', () => {
    const missing = folders
      .flatMap(filesBelow)
      .filter((path) => !path.endsWith('references.test.mjs'))
      .flatMap((path) => nowhere(textOf(path)).map((what) => `${path}: ${what}`))
    expect(missing).toEqual([])
  })

  it('are missed where they are not there', () => {
    expect(nowhere('law 2, laws 4 and 99, decision 0018 and decision 26')).toEqual(['law 99', 'decision 26'])
  })
})

describe('the glossary', () => {
  it('gives each word one meaning', () => {
    const words = [...textOf('docs/GLOSSARY.md').matchAll(/^\| ([^|]+?) +\|/gm)].map(([, word]) => word)
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })
})
