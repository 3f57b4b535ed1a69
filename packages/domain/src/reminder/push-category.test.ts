import { expect, it } from 'vitest'
import { pushCategoryOf } from './push-category.ts'

it('a bill can be noted as paid, a pack as recharged, all else put off', () => {
  expect(['due', 'overdue', 'expiry', 'renewal'].map((kind) => pushCategoryOf(kind, true, true))).toEqual([
    'pay',
    'pay',
    'recharge',
    'later',
  ])
})

it('what is about several things is only put off, and what cannot be put off has no buttons', () => {
  expect([pushCategoryOf('due', false, true), pushCategoryOf('test', false, false)]).toEqual(['later', null])
})
