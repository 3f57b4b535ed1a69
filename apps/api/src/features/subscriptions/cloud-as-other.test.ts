import { describe, expect, it } from 'vitest'
import { withCloudAsOther } from './subscription.upgrades.ts'

describe('subscriptions from before there was a kind for cloud storage', () => {
  it('are no streaming any more', () => {
    expect(withCloudAsOther({ kind: 'ott', providerId: 'icloud', name: 'iCloud+' })).toEqual({
      kind: 'other',
      providerId: 'icloud',
      name: 'iCloud+',
    })
    expect(withCloudAsOther({ kind: 'ott', providerId: 'google-one' })).toMatchObject({ kind: 'other' })
  })

  it('leaves the kind of all others as it is', () => {
    const own = { kind: 'ott', providerId: null }
    expect(withCloudAsOther(own)).toBe(own)
    const film = { kind: 'ott', providerId: 'netflix' }
    expect(withCloudAsOther(film)).toBe(film)
  })
})
