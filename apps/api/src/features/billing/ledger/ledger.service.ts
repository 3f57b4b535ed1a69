import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../platform/http/problem.ts'
import { constraintOf, sqlStateOf } from '../../../platform/postgres/outage.ts'
import { Postgres, type Tx, type TransactionOptions } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import { LedgerRepository } from './ledger.repository.ts'
import { postingOf, type ChargeAct, type Posted, type Posting } from './posting.ts'
import { Turns } from '../../../platform/postgres/turns.ts'

/** PostgreSQL counts minor units to 2^63. */
const NUMBER_TOO_LARGE = '22003'

const NOTHING: Posted = { payers: [], entries: [] }

/** Nothing of it is in the ledger: then nothing needs to be read. */
const isUntouched = ({ after, payment }: ChargeAct): boolean =>
  !after.corrected && after.paid === (payment?.amount ?? 0)

/** Takes back what was sent behind a row that is not there. */
class HouseholdGone extends Error {}

/** The one door for money: cause, balanced entries, balances, charge and event are one statement. */
@Injectable()
export class LedgerService {
  private readonly turns = new Turns()

  constructor(
    private readonly postgres: Postgres,
    private readonly households: HouseholdsService,
    private readonly entries: LedgerRepository,
  ) {}

  /**
   * A transaction on the money of one household. It takes the household's row before it reads anything, so that the writes of a
   * household happen one after the other, whichever process they come from; in one process they wait before they take a
   * connection, so that a busy household does not hold them all. Decision 0018 says why this and not PostgreSQL's isolation.
   */
  write<T>(householdId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.writeOr(householdId, work, () => {
      throw new ProblemError('not-found')
    })
  }

  /** As `write`; where the household is gone, `otherwise` answers. */
  async writeOr<T>(
    householdId: string,
    work: (tx: Tx) => Promise<T>,
    otherwise: () => T,
    options: TransactionOptions = {},
  ): Promise<T> {
    try {
      return await this.turns.take(householdId, () =>
        this.postgres.transaction(async (tx) => {
          // Sent together: the row is taken first, and what work asks is answered behind it. Without it nothing is found.
          const [taken, done] = await Promise.allSettled([this.households.touch(tx, householdId), work(tx)])
          if (taken.status === 'rejected') throw taken.reason
          if (!taken.value) throw new HouseholdGone()
          if (done.status === 'rejected') throw done.reason
          return done.value
        }, options),
      )
    } catch (error) {
      if (error instanceof HouseholdGone) return otherwise()
      if (constraintOf(error) === 'charges_paid_not_negative' || sqlStateOf(error) === NUMBER_TOO_LARGE)
        throw new ProblemError('amount-out-of-range')
      throw error
    }
  }

  /** Answers when all that was written before is on the disk. */
  onDisk(): Promise<void> {
    return this.postgres.onDisk()
  }

  /** Posts any number of acts, at most one per charge. Answers the charges as they are then. */
  async act(tx: Tx, acts: readonly ChargeAct[]): Promise<ChargeRow[]> {
    return this.post(tx, await this.postingsOf(tx, acts))
  }

  /** As `act` for the last acts of a transaction: they are sent with its commit. */
  async actAtEnd(tx: Tx, acts: readonly ChargeAct[]): Promise<ChargeRow[]> {
    await this.postAtEnd(tx, await this.postingsOf(tx, acts))
    return acts.map(({ after }) => after)
  }

  async post(tx: Tx, postings: readonly Posting[]): Promise<ChargeRow[]> {
    return postings.length === 0 ? [] : this.entries.post(tx, postings)
  }

  async postAtEnd(tx: Tx, postings: readonly Posting[]): Promise<void> {
    if (postings.length > 0) await this.entries.postAtEnd(tx, postings)
  }

  private async postingsOf(tx: Tx, acts: readonly ChargeAct[]): Promise<Posting[]> {
    const touched = acts.filter((act) => !isUntouched(act)).map(({ after }) => after.id)
    const posted = await this.entries.posted(tx, touched)
    return acts.map((act) => postingOf(act, posted.get(act.after.id) ?? NOTHING))
  }
}
