import { expect, test } from 'vitest'
import { qrShape } from './qr-shape.ts'

test('a code has its three corners, light space around it, and another path for another text', async () => {
  const { size, path } = await qrShape('upi://pay?pa=ravi@okaxis&am=412.00')
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  expect(dark.size).toBeGreaterThan(200)
  for (const [x, y] of [
    [4, 4],
    [size - 5, 4],
    [4, size - 5],
  ])
    expect(dark).toContain(`${x} ${y}`)
  const outside = [...dark].filter((at) => at.split(' ').some((n) => Number(n) < 4 || Number(n) >= size - 4))
  expect(outside).toEqual([])
  expect((await qrShape('upi://pay?pa=asha@okaxis&am=412.00')).path).not.toBe(path)
})
