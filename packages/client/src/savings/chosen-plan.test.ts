import { expect, test } from 'vitest'
import { chosenPlan } from './chosen-plan.ts'

const netflix = { id: 'netflix', name: 'Netflix' }
const family = { id: 'family', name: 'Family' }
const of = (what: 'stays' | 'goes' | 'changes' | 'begins', keep: string[] = []) => {
  const isNew = what === 'begins'
  const view = chosenPlan(
    {
      subscription: isNew ? null : netflix,
      plan: what === 'goes' || what === 'stays' ? null : family,
      what,
      on: null,
      isSeat: false,
      until: null,
      cost: { amount: 0, currency: 'INR' },
    },
    { keep },
  )
  return [view.name, view.keepable, view.refusable?.id ?? null]
}

test('what goes or changes can be kept, what is new can be refused, what stays needs nothing', () => {
  expect(of('stays')).toEqual(['Netflix', null, null])
  expect(of('goes')).toEqual(['Netflix', 'netflix', null])
  expect(of('changes')).toEqual(['Netflix', 'netflix', 'family'])
  expect(of('begins')).toEqual(['Family', null, 'family'])
})

test('what is kept can be let go again', () => {
  expect(of('stays', ['netflix'])).toEqual(['Netflix', 'netflix', null])
})
