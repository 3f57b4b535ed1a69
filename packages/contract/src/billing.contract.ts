import { chargesContract } from './charges.contract.ts'
import { debitsContract } from './debits.contract.ts'
import { paymentsContract } from './payments.contract.ts'

/** What subscriptions cost: charges, what was paid for them, and debits that booked themselves. */
export const billingContract = { ...chargesContract, ...paymentsContract, ...debitsContract }
