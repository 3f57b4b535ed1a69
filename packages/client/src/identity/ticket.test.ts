import { expect, test } from 'vitest'
import { ticketOf } from './ticket.ts'

test('a ticket in the fragment of the address starts the second step, and goes on within this site only', () => {
  expect(ticketOf('#ticket=abc&methods=totp,passkey,fax&next=%2Fmoney')).toEqual({
    ticket: 'abc',
    methods: ['totp', 'passkey'],
    next: '/money',
  })
  expect(ticketOf('#ticket=abc&methods=totp&next=%2F%2Fevil.example')?.next).toBeUndefined()
})

test('a fragment without a ticket or a known way starts nothing', () => {
  expect(['', '#', '#ticket=abc', '#ticket=abc&methods=fax', '#methods=totp'].map(ticketOf)).toEqual(
    Array.from({ length: 5 }, () => null),
  )
})
