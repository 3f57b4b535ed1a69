import { expect, test } from 'vitest'
import { emptyPlanDraft, planDraftInput, planIdOf } from './plan-draft.ts'

const form = { ...emptyPlanDraft('IN'), providerId: 'netflix', name: 'Netflix Family HD', price: '899' }

test.each([
  ['Netflix Family HD', 'netflix-in-family-hd'],
  ['Étoile ₹299 (28 days)', 'netflix-in-etoile-299-28-days'],
  ['नेटफ्लिक्स', 'netflix-in-899'],
])('a new plan called %s has the id %s', (name, id) => {
  expect(planIdOf({ ...form, name })).toBe(id)
})

test('a draft is sent when it says who sells what for how much', () => {
  expect(planDraftInput(form)).toMatchObject({
    id: 'netflix-in-family-hd',
    price: { amount: 89_900, currency: 'INR' },
    mode: null,
    region: null,
    note: null,
  })
  expect(planDraftInput({ ...form, price: 'x' })).toBeNull()
  expect(planDraftInput({ ...form, name: ' ' })).toBeNull()
  expect(planDraftInput({ ...form, providerId: '' })).toBeNull()
})

test('what is published keeps its id, whatever it is called now', () => {
  expect(planDraftInput({ ...form, id: 'netflix-in-x' })?.id).toBe('netflix-in-x')
})
