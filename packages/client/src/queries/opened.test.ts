import { expect, test } from 'vitest'
import { ProblemError } from '../problem.ts'
import { carriedOver, openedAfter } from './opened.ts'

const at = (revision: number) => ({ revision })
const isTouched = true
const stale = () => new ProblemError('stale-revision', 412)

test('a form goes on from what it was opened on, whatever arrives beneath it', () => {
  const opened = { subject: at(3), refusal: null }
  expect(openedAfter(opened, { newest: at(4), refusal: null, isTouched })).toBe(opened)
  const refused = openedAfter(opened, {
    newest: at(4),
    refusal: new ProblemError('invalid-split', 422),
    isTouched,
  })
  expect(refused.subject).toEqual(at(3))
})

test('takes the newest once it was told of it, and again only when it is told again', () => {
  const first = stale()
  const told = openedAfter({ subject: at(3), refusal: null }, { newest: at(4), refusal: first, isTouched })
  expect(told.subject).toEqual(at(4))
  expect(openedAfter(told, { newest: at(5), refusal: first, isTouched })).toBe(told)
  const sentAgain = openedAfter(told, { newest: at(5), refusal: null, isTouched })
  expect(sentAgain.subject).toEqual(at(4))
  expect(openedAfter(sentAgain, { newest: at(5), refusal: stale(), isTouched }).subject).toEqual(at(5))
})

test('a form that nobody touched follows', () => {
  const opened = { subject: at(3), refusal: null }
  expect(openedAfter(opened, { newest: at(4), refusal: null, isTouched: false }).subject).toEqual(at(4))
})

test('what was typed is carried over to the newest, which shows in what was not touched', () => {
  const before = { name: 'Netflix', price: '649', labels: ['tv'], note: '' }
  const form = { ...before, note: 'Ask Ravi', labels: ['tv'] }
  expect(carriedOver(form, before, { name: 'Netflix', price: '699', labels: ['family'], note: 'x' })).toEqual(
    {
      name: 'Netflix',
      price: '699',
      labels: ['family'],
      note: 'Ask Ravi',
    },
  )
})
