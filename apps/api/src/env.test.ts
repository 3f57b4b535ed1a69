import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

const least = { DATABASE_URL: 'postgres://u:p@localhost/streamline', APP_SECRET: 'x'.repeat(32) }
const complaint = (source: NodeJS.ProcessEnv) => {
  try {
    readEnv({ ...least, ...source })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const given = (...issuers: unknown[]) => ({ OIDC_ISSUERS: JSON.stringify(issuers) })

describe('the environment', () => {
  it('needs a database and a secret, the rest has defaults', () => {
    expect(readEnv(least)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      role: 'all',
      isDemoOffered: true,
      hasTestClock: false,
    })
    expect(complaint({ DATABASE_URL: '' })).toMatch(/^DATABASE_URL is not set: use `npm start`/)
    expect(complaint({ APP_SECRET: '' })).toMatch(/^APP_SECRET is not set/)
  })

  it('names the variable that is wrong', () => {
    expect(complaint({ PORT: 'http' })).toBe('PORT must be a whole number')
    expect(complaint({ PORT: '70000' })).toBe('PORT must be between 0 and 65535')
    expect(complaint({ DATABASE_URL: 'mysql://x' })).toMatch(/^DATABASE_URL must look like postgres:/)
    expect(complaint({ APP_SECRET: 'short' })).toBe('APP_SECRET must have at least 32 characters')
    expect(complaint({ DEMO: 'maybe' })).toMatch(/^DEMO /)
    expect(complaint({ MONGODB_URL: 'localhost:27017' })).toMatch(/^MONGODB_URL must look like mongodb:/)
    expect(complaint({ MONGODB_URL: 'mongodb://u:p@a:1,b:2/streamline?replicaSet=r' })).toBe('')
  })

  it('says everything that is wrong in one line', () => {
    const line = complaint({ LIMITS: 'off', NODE_ENV: 'production', TEST_CLOCK: 'on' })
    expect(line).toMatch(/LIMITS=off is refused.*; TEST_CLOCK=on is refused with NODE_ENV=production/)
    expect(line).not.toContain('\n')
  })

  it('asks for https as soon as other machines can reach it', () => {
    expect(complaint({ HOST: '0.0.0.0' })).toMatch(/set PUBLIC_URL/)
    expect(complaint({ HOST: '0.0.0.0', PUBLIC_URL: 'http://streamline.example' })).toMatch(/must be https/)
    expect(complaint({ HOST: '0.0.0.0', PUBLIC_URL: 'https://streamline.example' })).toBe('')
    expect(complaint({ PUBLIC_URL: 'http://[::1]:3000' })).toBe('')
  })

  it('takes no public address under a path: links and cookies would lose it', () => {
    for (const path of ['/streamline', '/streamline/', '/?at=home', '/#home'])
      expect(complaint({ PUBLIC_URL: `http://localhost:4103${path}` }), path).toMatch(
        /^PUBLIC_URL must be no more than .*such as http:\/\/localhost:4103: .*not under a path$/,
      )
    expect(complaint({ PUBLIC_URL: 'https://asha:secret@streamline.example' })).toMatch(/no more than/)
    for (const url of ['http://localhost:4103', 'http://localhost:4103/', 'https://streamline.example'])
      expect(complaint({ PUBLIC_URL: url })).toBe('')
  })

  it('reads the issuers that people may sign in with', () => {
    const issuer = {
      id: 'work',
      name: 'Work',
      issuer: 'https://id.example',
      clientId: 'c',
      clientSecret: 's',
    }
    const google = { GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 's' }
    expect(readEnv(least).issuers).toEqual([])
    expect(readEnv({ ...least, ...google, ...given(issuer) }).issuers).toMatchObject([
      { id: 'google', issuer: 'https://accounts.google.com', clientId: 'g' },
      issuer,
    ])
    expect(complaint({ GOOGLE_CLIENT_ID: 'g' })).toMatch(/belong together/)
    expect(complaint({ OIDC_ISSUERS: '{' })).toMatch(/^OIDC_ISSUERS must be a JSON list/)
    expect(complaint({ OIDC_ISSUERS: '{}' })).toMatch(/^OIDC_ISSUERS /)
    expect(complaint(given({ ...issuer, id: '../x' }))).toMatch(/small letters, digits and dashes/)
    expect(complaint({ ...google, ...given({ ...issuer, id: 'google' }) })).toMatch(/two issuers with one id/)
    expect(complaint(given({ ...issuer, issuer: 'http://id.example' }))).toMatch(/must be https/)
    const local = given({ ...issuer, issuer: 'http://127.0.0.1:9000' })
    expect(complaint(local)).toBe('')
    expect(complaint({ ...local, NODE_ENV: 'production' })).toMatch(/must be https/)
  })

  it('treats an empty variable as absent', () => {
    expect(complaint({ MONGODB_URL: '', PORT: '', TEST_CLOCK: '' })).toBe('')
  })
})
