import type { ChargeTask } from './charge-tasks.ts'

const tasks: readonly ChargeTask[] = ['pay', 'correct', 'waive', 'unwaive', 'refund']

/** What keeps that form of the charge as it is being typed; whoever opens it again asks by that. */
export const draftOfCharge = (task: ChargeTask, chargeId: string): string => `${task}.${chargeId}`

/** The task of the charge that was being typed. */
export const keptTask = (kept: readonly string[], chargeId: string): ChargeTask | null =>
  tasks.find((task) => kept.includes(draftOfCharge(task, chargeId))) ?? null

/** The charge whose task was being typed, among those tasks. */
export const keptCharge = (kept: readonly string[], among: readonly ChargeTask[] = tasks): string | null =>
  among
    .flatMap((task) => kept.filter((name) => name.startsWith(`${task}.`)))
    .map((name) => name.slice(name.indexOf('.') + 1))[0] ?? null

/** The same for a debit that was taken as paid and was not. */
export const draftOfDenial = (paymentId: string): string => `deny.${paymentId}`

export const draftOfTransfer = ({ from, to }: { from: string; to: string }): string => `settle.${from}.${to}`

/** Several charges at once: their ids say which. */
export const draftOfSeveral = (charges: readonly { id: string }[]): string =>
  `several.${charges.map(({ id }) => id).join(',')}`

export const draftOfRate = 'rate'

/** Why a payment, or a transfer, is taken back. */
export const draftOfTakingBack = (id: string): string => `back.${id}`
