import type { Kind, Provider } from '../answers.ts'
import { popularByKind } from './matching.ts'
import { expect, test } from 'vitest'

const provider = (id: string, name: string, kinds: Kind[], popular = false): Provider => ({
  id,
  name,
  kinds,
  countries: ['IN'],
  domain: null,
  brandColor: null,
  popular,
})

const providers = [
  provider('jio', 'Jio', ['mobile', 'broadband'], true),
  provider('prime', 'Amazon Prime Video', ['ott'], true),
  provider('zee5', 'ZEE5', ['ott']),
  provider('act', 'ACT Fibernet', ['broadband']),
]

test('popular providers stand under each kind they sell; where none is popular, the first ones do', () => {
  const groups = popularByKind(providers, ['ott', 'mobile', 'broadband'], 8)
  expect(groups.map(({ kind, providers: found }) => [kind, found.map(({ id }) => id)])).toEqual([
    ['ott', ['prime']],
    ['mobile', ['jio']],
    ['broadband', ['jio']],
  ])
  expect(
    popularByKind([providers[3] ?? provider('x', 'X', [])], ['broadband'], 8)[0]?.providers,
  ).toHaveLength(1)
})
