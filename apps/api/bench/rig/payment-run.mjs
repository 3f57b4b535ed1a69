import { randomUUID } from 'node:crypto'

const inr = (amount) => ({ amount, currency: 'INR' })

/** What a subscription shows as paid by somebody. */
const paymentsIn = ({ timeline }) =>
  timeline.flatMap(({ payments }) => payments).filter(({ assumed, paidBy }) => !assumed && paidBy !== null)

/** A household with dues, and what a client can do about them; what was answered is remembered. */
export class PaymentRun {
  acknowledged = { payments: new Set(), settlements: new Set(), undone: new Set(), corrections: 0 }
  /** Requests that nobody answered, to be sent again as they were. */
  unanswered = []
  counts = { answered: 0, refused: 0, retried: 0, replayed: 0 }
  payments = []
  transfers = []

  constructor(random, home) {
    this.random = random
    Object.assign(this, home)
  }

  /** Any request that a household sends about its money. */
  any() {
    const { random, charges, members, payments, acknowledged } = this
    const charge = () => `/charges/${random.oneOf(charges)}`
    const amount = random.between(1, 400)
    const [one, other] = random.some(members, 2)
    const kinds = {
      whole: () => [`${charge()}/payments`, { paidBy: one }],
      part: () => [`${charge()}/payments`, { amount: inr(amount), paidBy: other }],
      together: () => [
        `${charge()}/payments`,
        {
          amount: inr(amount + 7),
          payers: [
            { memberId: one, amount },
            { memberId: other, amount: 7 },
          ],
        },
      ],
      many: () => ['/payments', { chargeIds: random.some(charges, 2), paidBy: one }],
      refund: () => [`${charge()}/refunds`, { amount: inr(amount), receivedBy: one }],
      reversal: () => [`/payments/${random.oneOf(payments) ?? randomUUID()}/reverse`, {}],
      correction: () => [
        `${charge()}/correct`,
        { amount: inr(random.between(500, 2000)), reason: 'The bill says so' },
      ],
      settlement: () => ['/settlements', this.aTransfer()],
      undo: () => [`/settlements/${random.oneOf([...acknowledged.settlements]) ?? randomUUID()}/undo`, {}],
    }
    const kind = random.weighted({
      whole: 2,
      part: 8,
      together: 5,
      many: 1,
      refund: 4,
      reversal: 5,
      correction: 2,
      settlement: 6,
      undo: 1,
    })
    const [path, body] = kinds[kind]()
    return { kind, path, body, key: randomUUID() }
  }

  /** A part of what somebody owes somebody, as far as the last look at the balances told. */
  aTransfer() {
    const [from, to] = this.random.some(this.members, 2)
    const known = this.random.oneOf(this.transfers) ?? { from, to, amount: inr(1) }
    return {
      from: known.from,
      to: known.to,
      amount: inr(this.random.between(1, Math.min(known.amount.amount, 60))),
    }
  }

  async lookAtBalances(url) {
    this.transfers = (await this.read(url, '/balances')).transfers
  }

  async read(url, path) {
    const headers = { Authorization: `Bearer ${this.token}` }
    const response = await fetch(`${url}/v1/households/${this.householdId}${path}`, { headers })
    if (response.status !== 200) throw new Error(`${path} was answered ${response.status}`)
    return response.json()
  }

  /** Sends it until it is answered or the process is gone. */
  async send(url, request) {
    let response
    let answer
    try {
      response = await fetch(`${url}/v1/households/${this.householdId}${request.path}`, {
        method: request.method ?? 'POST',
        headers: {
          Authorization: `Bearer ${this.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': request.key,
        },
        body: JSON.stringify(request.body),
      })
      answer = await response.json()
    } catch {
      this.unanswered.push(request)
      return
    }
    // On a busy machine something is away for a moment: the same again, as where no answer came.
    if (response.status === 503) {
      this.unanswered.push(request)
      return
    }
    if (response.status >= 500 || response.status === 401)
      throw new Error(`${request.kind} was answered ${response.status}: ${JSON.stringify(answer)}`)
    if (response.status >= 300 && request.took !== undefined)
      throw new Error(`${request.kind} was refused: ${JSON.stringify(answer)}`)
    if (response.status >= 300) this.counts.refused++
    else this.acknowledge(request, answer)
  }

  acknowledge({ kind, took }, answer) {
    this.counts.answered++
    if (took !== undefined) {
      took(answer)
      const paid = answer.payment === undefined ? paymentsIn(answer) : [answer.payment]
      for (const { id } of paid) this.acknowledged.payments.add(id)
      return
    }
    const { payments, settlements, undone } = this.acknowledged
    if (kind === 'settlement') settlements.add(answer.id)
    else if (kind === 'undo') undone.add(answer.id)
    else if (kind === 'correction') this.acknowledged.corrections++
    else
      for (const { payment } of answer.items ?? [answer]) {
        payments.add(payment.id)
        if (kind !== 'reversal') this.payments.push(payment.id)
      }
  }

  /** As a person does who saw no answer: the same again, with the same key. */
  async retry(url) {
    const again = this.unanswered.splice(0)
    this.counts.retried += again.length
    await Promise.all(again.map((request) => this.send(url, request)))
  }
}
