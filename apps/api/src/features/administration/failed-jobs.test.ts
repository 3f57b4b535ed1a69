import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grant, type Person } from '../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { startSmtpPeer, type SmtpPeer } from '../../../test/smtp-peer.ts'

describe('what was given up', () => {
  let peer: SmtpPeer
  let api: Api
  let admin: Person
  let person: Person
  beforeAll(async () => {
    peer = await startSmtpPeer(0, 'full@example.org')
    api = await startApi({ env: { SMTP_URL: peer.url, LOG_LEVEL: 'silent' } })
    admin = await aVerifiedPerson(api)
    await grant(api, admin.userId, 'administrator')
    person = await aVerifiedPerson(api, { email: 'full@example.org' })
    await person.post('/v1/me/notifications/test', { way: 'email' })
  })
  afterAll(async () => {
    await api.close()
    await peer.close()
  })

  const failed = async () => (await admin.get('/v1/admin/jobs/failed')).body.items

  it('is listed with what the provider said, and without anybody’s words', async () => {
    const items = await failed()
    expect(items).toContainEqual({
      id: expect.any(String),
      kind: 'deliver.email',
      attempts: 1,
      createdAt: expect.any(String),
      failedAt: expect.any(String),
      why: 'EENVELOPE 550',
    })
    expect(JSON.stringify(items)).not.toContain('full@example.org')
  })

  it('is tried again from the first attempt on, and arrives once the other side is mended', async () => {
    const before = await failed()
    const { port } = peer
    await peer.close()
    peer = await startSmtpPeer(port)
    for (const { id } of before) expect((await admin.post(`/v1/admin/jobs/${id}/retry`)).status).toBe(204)
    await api.ticks.runAll()
    expect(await failed()).toEqual([])
    const { body } = await person.get('/v1/me/deliveries')
    expect(body.items).toMatchObject([{ state: 'sent', answer: '250', attempts: 2 }])
    expect((await admin.post(`/v1/admin/jobs/${before[0].id}/retry`)).status).toBe(404)
    const { rows } = await api.postgres.pool.query(
      `select from audit_entries where event = 'job-retried' and actor_id = $1`,
      [admin.userId],
    )
    expect(rows).toHaveLength(before.length)
  })

  it('is nobody’s to see or try who does not run the installation', async () => {
    expect((await person.get('/v1/admin/jobs/failed')).status).toBe(403)
  })
})
