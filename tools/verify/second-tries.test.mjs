import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../setup/root.mjs'
import { SecondTries } from './second-tries.mjs'

const name = join(root, 'apps/a.e2e.ts')

it('names what passed only when it was tried again, with what it failed with', () => {
  const tries = new SecondTries()
  tries.add([
    {
      name,
      assertionResults: [
        { fullName: 'pays', status: 'passed', failureMessages: [] },
        { fullName: 'shares', status: 'passed', failureMessages: ['TimeoutError: no button\n    at a line'] },
        { fullName: 'leaves', status: 'failed', failureMessages: ['Error: twice'] },
      ],
    },
  ])
  expect(tries.lines()).toEqual([
    '',
    '!!! Passed only at the second try:',
    '  apps/a.e2e.ts: shares: TimeoutError: no button',
  ])
})

it('says nothing where everything passed at once', () => {
  const tries = new SecondTries()
  tries.add([{ name, assertionResults: [{ fullName: 'pays', status: 'passed' }] }])
  expect(tries.lines()).toEqual([])
})
