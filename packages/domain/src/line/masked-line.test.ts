import { describe, expect, it } from 'vitest'
import { lineEnding, maskedLine } from './masked-line.ts'

describe('maskedLine', () => {
  it.each([
    ['9876543210', '••••• ••210'],
    ['98765 43210', '••••• ••210'],
    ['+91 98765-43210', '••••• ••210'],
    ['+49 151 2345 6789', '+•• ••• •••• 6789'],
    ['ACT-00123456789', '•••-•••••••6789'],
    ['1234', '••34'],
    ['7', '•'],
    ['asha@example.com', 'a•••@example.com'],
    ['–', '–'],
  ])('shows %s as %s', (line, masked) => {
    expect(maskedLine(line)).toBe(masked)
  })

  it('keeps the absence of a line', () => {
    expect(maskedLine(null)).toBeNull()
  })
})

describe('lineEnding', () => {
  it('is what the mask leaves readable', () => {
    expect(lineEnding('98765 43210')).toBe('210')
    expect(lineEnding('7')).toBe('')
  })
})
