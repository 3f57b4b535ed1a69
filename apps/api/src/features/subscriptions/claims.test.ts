import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'

interface Right {
  serviceId: string
  state: string
}

const fibre = { planId: 'jiofiber-in-1499', startsOn: '2026-11-05' }
const toClaim = (rights: Right[]) =>
  rights.filter(({ state }) => state === 'toClaim').map(({ serviceId }) => serviceId)

describe('what a plan brings along', () => {
  it('stays on Home until somebody claimed it, or does not want it, and can be taken back', () =>
    inTime('2026-11-20', async (home) => {
      const { id, entitlements } = await home.add(fibre)
      const [first, second] = toClaim(entitlements)
      const onHome = async () =>
        (await home.get('/overview')).toClaim.map(({ serviceId }: Right) => serviceId)
      expect(await onHome()).toEqual(toClaim(entitlements))
      const claimed = await home.does(id, { kind: 'claim', serviceId: first, state: 'claimed' })
      expect(claimed.acts[0]).toMatchObject({
        kind: 'claimed',
        claim: { serviceId: first, state: 'claimed' },
      })
      expect(claimed.entitlements).toContainEqual(
        expect.objectContaining({ serviceId: first, state: 'running', from: '2026-11-20' }),
      )
      await home.does(id, { kind: 'claim', serviceId: second, state: 'dismissed' })
      expect(await onHome()).not.toContain(first)
      expect(await onHome()).not.toContain(second)
      await home.does(id, { kind: 'undo' })
      expect(await onHome()).toContain(second)
    }))

  it('ends with the service, and is refused where it is not in the plan', () =>
    inTime('2026-11-20', async (home) => {
      const { id, entitlements } = await home.add(fibre)
      const [serviceId] = toClaim(entitlements)
      const strange = await home.refused(id, 'acts', {
        act: { kind: 'claim', serviceId: 'no-such-service', state: 'claimed' },
      })
      expect(strange).toMatchObject({ code: 'invalid-terms', errors: [{ pointer: '/act/serviceId' }] })
      await home.act(id, 'cancel', { when: 'now' })
      const over = await home.read(id)
      expect(toClaim(over.entitlements)).toEqual([])
      const late = await home.refused(id, 'acts', { act: { kind: 'claim', serviceId, state: 'claimed' } })
      expect(late.code).toBe('illegal-transition')
      expect((await home.get('/overview')).toClaim).toEqual([])
    }))
})
