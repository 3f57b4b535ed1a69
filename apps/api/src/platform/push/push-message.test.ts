import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitted } from './push-message.ts'

const message = {
  id: '0f6f0c1e-2d0b-4f39-9a57-6f1f6fb3c4d2',
  title: 'Netflix: ₹649 tomorrow',
  path: '/home',
  tag: 't',
  kind: 'renewal',
  messageId: null,
  subject: null,
}

it('a message is cut to its bytes at the end of what it says, in whole characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.integer({ min: 260, max: 800 }),
      (body, bytes) => {
        const cut = fitted({ ...message, body }, bytes)
        expect(Buffer.byteLength(JSON.stringify(cut))).toBeLessThanOrEqual(bytes)
        expect({ ...cut, body: '' }).toEqual({ ...message, body: '' })
        expect(body === cut.body || body.startsWith(cut.body.slice(0, -1).trimEnd())).toBe(true)
        expect(cut.body).not.toContain('�')
      },
    ),
  )
})
