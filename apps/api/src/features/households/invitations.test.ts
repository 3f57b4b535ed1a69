import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { accepts, anInvitation, aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { mailTo } from '../../../test/mailbox.ts'

const accept = (person: Person, token: string) => person.post('/v1/invitations/accept', { token })

describe('an invitation', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    asha = await aVerifiedPerson(api, { name: 'Asha' })
  })
  afterAll(() => api.close())

  const invitations = (person = asha) => `${person.home}/invitations`
  const preview = (token: string) =>
    api.fetchJson('/v1/invitations/preview', { method: 'POST', body: { token } })

  it('is shown once, kept as a hash, and opens the household for seven days', async () => {
    const made = await asha.post(invitations(), { role: 'member' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      email: null,
      role: 'member',
      memberName: null,
      invitedByName: 'Asha',
      createdAt: expect.stringMatching(/^2026-11-23/),
      expiresAt: expect.stringMatching(/^2026-11-30/),
      maxUses: 1,
      uses: 0,
    })
    const { id, token } = made.body
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { rows } = await api.postgres.pool.query(
      'select t::text as row, octet_length(token_hash) as bytes from invitations t where id = $1',
      [id],
    )
    expect(rows[0].bytes).toBe(32)
    expect(rows[0].row).not.toContain(token)
    const { items } = (await asha.get(invitations())).body
    expect(items.map((item: { id: string }) => item.id)).toContain(id)
    expect(JSON.stringify(items)).not.toContain(token)
  })

  it('tells who holds it the household, who invites and as what, and nothing else', async () => {
    const { token } = await anInvitation(asha, { role: 'viewer' })
    const { status, body } = await preview(token)
    expect([status, body]).toEqual([
      200,
      {
        householdName: 'Asha’s household',
        invitedByName: 'Asha',
        role: 'viewer',
        expiresAt: expect.any(String),
        isForNamedPerson: false,
      },
    ])
    for (const wrong of ['x'.repeat(43), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`])
      expect((await preview(wrong)).body.code).toBe('link-expired')
  })

  it('lets somebody in with its role, once', async () => {
    const { id, token } = await anInvitation(asha, { role: 'viewer' })
    const ravi = await aPerson(api, { name: 'Ravi' })
    const joined = await accept(ravi, token)
    expect([joined.status, joined.body.role, joined.body.name]).toEqual([200, 'viewer', 'Asha’s household'])
    expect((await ravi.get(asha.home)).status).toBe(200)
    expect((await accept(await aPerson(api), token)).body.code).toBe('link-expired')
    expect((await preview(token)).body.code).toBe('link-expired')
    const { items } = (await asha.get(invitations())).body
    expect(items.map((item: { id: string }) => item.id)).not.toContain(id)
  })

  it('of a link for several lets in as many as it says, each once', async () => {
    const { id, token } = await anInvitation(asha, { maxUses: 2 })
    const first = await aPerson(api)
    expect((await accept(first, token)).status).toBe(200)
    expect((await accept(first, token)).body.code).toBe('already-member')
    expect((await accept(asha, token)).body.code).toBe('already-member')
    const { items } = (await asha.get(invitations())).body
    expect(items.find((item: { id: string }) => item.id === id)).toMatchObject({ uses: 1, maxUses: 2 })
    expect((await accept(await aPerson(api), token)).status).toBe(200)
    expect((await accept(await aPerson(api), token)).body.code).toBe('link-expired')
  })

  it('of one use lets in exactly one of fifty who come at the same moment', async () => {
    const owner = await aVerifiedPerson(api)
    const { token } = await anInvitation(owner)
    const crowd = await Promise.all(Array.from({ length: 50 }, () => aPerson(api)))
    const answers = await Promise.all(crowd.map((person) => accept(person, token)))
    const codes = Map.groupBy(answers, ({ status, body }): string => (status === 200 ? 'in' : body.code))
    expect([codes.get('in')?.length, codes.get('link-expired')?.length]).toEqual([1, 49])
    expect((await owner.get(`${owner.home}/members`)).body.items).toHaveLength(2)
  }, 60_000)

  it('accepted twenty times by one person at once is accepted once', async () => {
    const owner = await aVerifiedPerson(api)
    const { token } = await anInvitation(owner, { maxUses: 20 })
    const person = await aPerson(api)
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(person, token)))
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    expect((await owner.get(`${owner.home}/invitations`)).body.items[0].uses).toBe(1)
    expect((await owner.get(`${owner.home}/members`)).body.items).toHaveLength(2)
  })

  it('for a person without an account hands over their name and history', async () => {
    const { body: dadi } = await asha.post(`${asha.home}/members`, { name: 'Dadi' })
    const { token } = await anInvitation(asha, { memberId: dadi.id })
    expect((await preview(token)).body.isForNamedPerson).toBe(true)
    const person = await accepts(await aPerson(api, { name: 'Kamala' }), token)
    expect(person.memberId).toBe(dadi.id)
    const { items } = (await person.get(`${person.home}/members`)).body
    expect(items.find((item: { isYou: boolean }) => item.isYou)).toMatchObject({
      name: 'Dadi',
      hasAccount: true,
    })
    const again = await asha.post(invitations(), { role: 'member', memberId: dadi.id })
    expect([again.status, again.body.code]).toEqual([409, 'already-member'])
  })

  it('is for somebody of this household only', async () => {
    const other = await aVerifiedPerson(api)
    const { body: stranger } = await other.post(`${other.home}/members`, { name: 'Theirs' })
    const refused = await asha.post(invitations(), { role: 'member', memberId: stranger.id })
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown-member'])
  })

  it('to one person cannot be used by several', async () => {
    for (const draft of [{ email: 'ravi@example.org' }, { memberId: asha.memberId }]) {
      const refused = await asha.post(invitations(), { role: 'member', maxUses: 2, ...draft })
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/maxUses'])
    }
  })

  it('by e-mail is read by who gets the letter, in their language, and names nobody by words', async () => {
    const to = 'Dadi@Example.org'
    const made = await asha.post(invitations(), { email: to, role: 'member', locale: 'hi' })
    expect(made.body).toMatchObject({ email: 'dadi@example.org', token: null })
    const [letter] = await mailTo(api, to)
    expect(letter).toMatchObject({ kind: 'invitation', locale: 'hi' })
    expect(letter?.text).toContain(asha.email)
    expect(letter?.text).not.toContain('Asha')
    const link = new URL(letter?.links[0] ?? '')
    expect([link.pathname, link.search]).toEqual(['/invite', ''])
    const token = new URLSearchParams(link.hash.slice(1)).get('token') ?? ''
    expect((await preview(token)).status).toBe(200)
  })

  it('stops at once when it is revoked, and who joined by it stays', async () => {
    const { id, token } = await anInvitation(asha, { maxUses: 5 })
    const joined = await accepts(await aPerson(api), token)
    expect((await asha.send(`${invitations()}/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await accept(await aPerson(api), token)).body.code).toBe('link-expired')
    expect((await joined.get(joined.home)).status).toBe(200)
    expect((await asha.send(`${invitations()}/${id}`, { method: 'DELETE' })).status).toBe(404)
  })

  it('goes as far as the rights of who invites', async () => {
    const manager = await joins(api, await aVerifiedPerson(api), asha.householdId, 'manager')
    expect((await manager.post(invitations(), { role: 'manager' })).body.code).toBe('forbidden')
    expect((await manager.post(invitations(), { role: 'member' })).status).toBe(201)
    expect((await asha.post(invitations(), { role: 'manager' })).status).toBe(201)
    const { id } = await anInvitation(asha, { role: 'manager' })
    expect((await manager.send(`${invitations()}/${id}`, { method: 'DELETE' })).status).toBe(403)
    for (const role of ['owner', 'guest'])
      expect((await asha.post(invitations(), { role })).status, role).toBe(400)
  })

  it('ends with the rights of who made it', async () => {
    const manager = await joins(api, await aVerifiedPerson(api), asha.householdId, 'manager')
    const { token } = await anInvitation(manager)
    await asha.patch(`${asha.home}/members/${manager.memberId}`, { role: 'member' })
    expect((await preview(token)).body.code).toBe('link-expired')
    await asha.patch(`${asha.home}/members/${manager.memberId}`, { role: 'manager' })
    const second = await anInvitation(manager)
    await asha.post(`${asha.home}/members/${manager.memberId}/remove`)
    expect((await preview(second.token)).body.code).toBe('link-expired')
  })

  it('is not made by who has proved no address, nor by a demo visitor', async () => {
    const unproved = await aPerson(api)
    const refused = await unproved.post(invitations(unproved), { role: 'member' })
    expect([refused.status, refused.body.code]).toEqual([403, 'email-not-verified'])
    const demo = (await api.fetchJson('/v1/auth/demo', { method: 'POST', body: {} })).body.accessToken
    const { households } = (await api.fetchJson('/v1/me', { token: demo })).body
    const path = `/v1/households/${households[0].id}/invitations`
    const asked = await api.fetchJson(path, { method: 'POST', token: demo, body: { role: 'member' } })
    expect([asked.status, asked.body.code]).toEqual([403, 'email-not-verified'])
    const { token } = await anInvitation(asha)
    const joining = await api.fetchJson('/v1/invitations/accept', {
      method: 'POST',
      token: demo,
      body: { token },
    })
    expect([joining.status, joining.body.code]).toEqual([403, 'forbidden'])
  })

  it('is the same one for the same key, and the token in the kept answer is sealed', async () => {
    const key = { 'Idempotency-Key': 'invite-once' }
    const first = await asha.post(invitations(), { role: 'member' }, key)
    const second = await asha.post(invitations(), { role: 'member' }, key)
    expect(second.body).toEqual(first.body)
    const { rows } = await api.postgres.pool.query<{ body: Buffer }>(
      'select body from idempotent_answers where sealed and user_id = $1',
      [asha.userId],
    )
    expect(rows).toHaveLength(1)
    expect(rows.map(({ body }) => body.toString('utf8')).join()).not.toContain(first.body.token)
  })

  it('expires after as many days as it says, and leaves nothing', async () => {
    const { id, token } = await anInvitation(asha, { expiresInDays: 1 })
    await api.clock.moveTo('2026-11-24T06:30:00Z')
    expect((await preview(token)).body.code).toBe('link-expired')
    const { rows } = await api.postgres.pool.query('select from invitations where id = $1', [id])
    expect(rows).toHaveLength(0)
  })

  it('pages the open ones, the newest first', async () => {
    const owner = await aVerifiedPerson(api)
    const made: string[] = []
    for (let n = 0; n < 5; n++) made.unshift((await anInvitation(owner)).id)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`
      const { body } = await owner.get(`${owner.home}/invitations?limit=2${after}`)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.nextCursor
    }
    expect(seen).toEqual(made)
  })
})

describe('registering by an invitation', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  const register = (invitation: string, email: string) =>
    api.fetchJson('/v1/auth/register', {
      method: 'POST',
      headers: { 'X-Client': 'mobile' },
      body: { email, password: 'correct horse battery', name: 'Ravi', invitation },
    })

  it('joins that household and makes no empty one', async () => {
    const asha = await aVerifiedPerson(api)
    const { token } = await anInvitation(asha)
    const answer = await register(token, 'ravi@example.org')
    expect(answer.status).toBe(201)
    const me = await api.fetchJson('/v1/me', { token: answer.body.accessToken })
    expect(me.body.households.map(({ id, role }: Record<string, string>) => [id, role])).toEqual([
      [asha.householdId, 'member'],
    ])
  })

  it('with one that is not valid is refused, and writes nothing', async () => {
    const refused = await register('x'.repeat(43), 'meera@example.org')
    expect([refused.status, refused.body.code]).toEqual([422, 'link-expired'])
    const { rows } = await api.postgres.pool.query(`select from users where email = 'meera@example.org'`)
    expect(rows).toHaveLength(0)
  })
})

describe('limits of invitations', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z', env: { LIMITS: 'on' } })))
  afterAll(() => api.close())

  it('stop who invites without end, and say when to come back', async () => {
    const asha = await aVerifiedPerson(api)
    for (let n = 0; n < 20; n++) await anInvitation(asha)
    const refused = await asha.post(`${asha.home}/invitations`, { role: 'member' })
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([429, true])
  })

  it('keep one address from being written to by everybody', async () => {
    const to = { role: 'member', email: 'victim@example.org' }
    for (let n = 0; n < 5; n++) {
      const person = await aVerifiedPerson(api)
      expect((await person.post(`${person.home}/invitations`, to)).status).toBe(201)
    }
    const last = await aVerifiedPerson(api)
    expect((await last.post(`${last.home}/invitations`, to)).status).toBe(429)
  })

  it('stop who tries tokens', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 61; n++) {
      const body = { token: String(n).padStart(43, 'x') }
      statuses.push((await api.fetchJson('/v1/invitations/preview', { method: 'POST', body })).status)
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([422, 429])
  })
})
