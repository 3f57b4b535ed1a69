import { addDays, type CalendarDate, type SubscriptionKind } from '@streamline/domain'
import { moneyText } from '../../platform/format/money-text.ts'
import { dateText, dayText } from './reminder-dates.ts'
import type { Moment, Said, Words } from './said.types.ts'

const named = ({ name, line }: Said) => (line === null ? name : `${name} ${line}`)

const paidBy = ({ payer }: Said) => (payer === null ? 'You pay.' : `${payer} pays.`)

/** Each says what, how much, when, who pays, and what to do (law 29). */
export const english: Words = {
  renewal: (said, moment) => ({
    title: `${named(said)}: ${amount(said)} ${dayText(said.on, moment, 'en')}`,
    text: `It renews by itself: ${amount(said)} will be debited on ${date(said.on, moment)}. ${paidBy(said)} ${
      said.on <= moment.saidOn
        ? 'Have the money there: this debit comes, and cancelling now ends it after what it pays for.'
        : 'Have the money there, or pause or cancel it before that day.'
    }`,
  }),
  expiry: (said, moment) =>
    said.on <= moment.saidOn
      ? {
          title: `${named(said)} has stopped`,
          text: `Its last day was ${date(addDays(said.on, -1), moment)}. A recharge like the last one costs ${amount(said)}. ${paidBy(said)} Recharge it and note that here.`,
        }
      : {
          title: `${named(said)} stops ${dayText(said.on, moment, 'en')}`,
          text: `Its last day is ${date(addDays(said.on, -1), moment)}. A recharge like the last one costs ${amount(said)}. ${paidBy(said)} Recharge it before, and note that here.`,
        },
  due: (said, moment) => ({
    title: `${named(said)}: ${amount(said)} to pay ${dayText(said.on, moment, 'en')}`,
    text: `${amount(said)} is due on ${date(said.on, moment)}. ${paidBy(said)} Pay it by then, and note that here.`,
  }),
  overdue: (said, moment) => ({
    title: `${named(said)}: ${amount(said)} is overdue`,
    text: `It was due on ${date(said.on, moment)}. ${paidBy(said)} Pay it, or say here that it is paid or need not be.`,
  }),
  trialEnding: (said, moment) => ({
    title: `The trial of ${named(said)} ends ${dayText(said.until ?? said.on, moment, 'en')}`,
    text: `${cancelBy(said, moment)}${then(said, moment)} ${paidBy(said)}`,
  }),
  decideBy: (said, moment) => ({
    title: `${named(said)}: decide ${dayText(said.on, moment, 'en')}`,
    text: `${date(said.on, moment)} is the last day on which cancelling avoids the next debit.${then(said, moment)} ${paidBy(said)} Keep it, or cancel it by then.`,
  }),
  priceChange: (said, moment) => ({
    title: `${named(said)} will cost ${amount(said)}`,
    text: `The provider asks ${amount(said)} from ${date(said.on, moment)} on. ${paidBy(said)} ${said.nextOn === null ? 'Stay, change the plan, or leave.' : `Stay, change the plan, or cancel by ${date(said.nextOn, moment)}.`}`,
  }),
  claim: (said, moment) => ({
    title: `${named(said)}: ${said.count === 1 ? 'a benefit' : `${said.count} benefits`} to claim`,
    text: `Your plan includes ${said.count === 1 ? 'a service' : 'services'} that nobody has claimed at the provider.${said.nextOn === null ? '' : ` It can be used until ${date(said.nextOn, moment)}.`} It costs nothing more. Claim it, or say here that you do not want it.`,
  }),
  overlap: (said) => ({
    title: `${named(said)} is in ${other(said)} already`,
    text: `The same people have it twice. Cancelling ${named(said)} saves ${amount(said)} in the next twelve months and takes nothing away. ${paidBy(said)} Look at both, and cancel the one you can do without.`,
  }),
  step: (said, moment) => ({
    title: `${taskText(said)}: ${dayText(said.on, moment, 'en')}`,
    text: `You wanted that${said.amount === null ? ' to pay less' : `, to pay ${amount(said)} less in twelve months`}. ${date(said.on, moment)} is ${said.task?.kind === 'cancel' ? 'the last day on which it helps' : 'the day for it'}. Do it and note that here, or dismiss it under Savings.`,
  }),
  budget: (said, moment) => ({
    title: `The ${budgetText(said)} is over by ${amount(said)} this month`,
    text: `${
      said.nextOn === null || said.nextOn <= moment.saidOn
        ? 'This month already comes to more than was planned.'
        : `From ${date(said.nextOn, moment)} on this month comes to more than was planned.`
    } With what is still to come it is ${amount(said)} more. Look at Insights, To come, at what can wait, or plan more.`,
  }),
  settlement: (said, moment) => ({
    title: `Did ${amount(said)} from ${other(said)} arrive?`,
    text: `${other(said)} says that you got ${amount(said)} on ${date(said.on, moment)}. What you are owed is less by that already. Confirm it, or say that it never came.`,
  }),
  settleUp: (said, moment) => ({
    title: `${other(said)} asks you to settle ${amount(said)}`,
    text: `${other(said)} asked on ${date(said.on, moment)}. You owe ${amount(said)} for what was paid for you. Give it to them, and note that here under Money, Between us.`,
  }),
  joined: (said, moment) => ({
    title: `${other(said)} has joined`,
    text: `${other(said)} is in your household since ${date(said.on, moment)}, sees what is shared there, and can be given a part of it. If you do not know who that is, take them out under Settings, People.`,
  }),
  left: (said, moment) => ({
    title: `${other(said)} has left`,
    text: `${other(said)} is not in your household any more since ${date(said.on, moment)}. What they paid and kept is with somebody else now, and their shares end with that day. Look at who pays what.`,
  }),
  assumed: (said) => ({
    title: said.count === 1 ? 'A debit to check' : `${said.count} debits to check`,
    text: `${said.count === 1 ? 'It was' : 'They were'} booked by ${said.count === 1 ? 'itself' : 'themselves'}${said.amount === null ? '' : `, ${amount(said)} in all`}. You pay. Look at your account, and say here what did not go through.`,
  }),
}

const kinds: Readonly<Record<SubscriptionKind, string>> = {
  ott: 'streaming',
  mobile: 'mobile',
  broadband: 'broadband',
  tv: 'TV',
  other: 'other subscriptions',
}

const budgetText = ({ budgetOf }: Said): string => {
  if (budgetOf === undefined) return 'budget'
  const { kind, memberName } = budgetOf
  if (kind !== null) return `budget for ${kinds[kind]}`
  return memberName === null ? 'budget of the household' : `budget of ${memberName}`
}

const taskText = (said: Said): string => {
  const plan = said.task?.plan ?? ''
  switch (said.task?.kind) {
    case 'recharge':
      return `Recharge ${named(said)}${plan === '' ? '' : ` with ${plan}`}`
    case 'port':
      return `Take ${named(said)} to ${plan}`
    case 'begin':
      return `Begin ${plan}`
    case 'claim':
      return `Claim ${said.task.service ?? ''}, which comes with ${plan === '' ? named(said) : plan}`
    case 'cancel':
    case undefined:
      return `Cancel ${named(said)}`
  }
}

const other = ({ about }: Said): string => about ?? ''

const amount = ({ amount: money }: Said): string => (money === null ? '' : moneyText(money, 'en'))

const date = (on: CalendarDate, moment: Moment) => dateText(on, moment, 'en')

const cancelBy = ({ on, until }: Said, moment: Moment): string =>
  until === null || on >= until
    ? `It ends on ${date(on, moment)}.`
    : `Cancelling costs nothing until ${date(on, moment)}.`

const then = (said: Said, moment: Moment): string =>
  said.nextOn === null ? '' : ` Otherwise ${amount(said)} will be debited on ${date(said.nextOn, moment)}.`
