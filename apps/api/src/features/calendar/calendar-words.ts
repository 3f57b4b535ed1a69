import type { AgendaKind } from '@streamline/domain'
import type { Locale } from '../../platform/mail/letter.ts'

interface Words {
  readonly title: Readonly<Record<AgendaKind, (name: string, amount: string | null) => string>>
  readonly pays: (payer: string) => string
}

const named = (name: string, amount: string | null): string => (amount === null ? name : `${name} ${amount}`)

/** What a line of a calendar says. */
export const calendarWords: Readonly<Record<Locale, Words>> = {
  en: {
    title: {
      debit: named,
      bill: (name, amount) => `${named(name, amount)} due`,
      stop: (name, amount) => `${name}: last day${amount === null ? '' : `, recharge ${amount}`}`,
      trialEnd: (name, amount) => `${name}: last free day${amount === null ? '' : `, then ${amount}`}`,
      decideBy: (name, amount) => `${name}: last day to cancel${amount === null ? '' : ` before ${amount}`}`,
    },
    pays: (payer) => `${payer} pays.`,
  },
  hi: {
    title: {
      debit: named,
      bill: (name, amount) => `${named(name, amount)} देना है`,
      stop: (name, amount) => `${name}: आख़िरी दिन${amount === null ? '' : `, रिचार्ज ${amount}`}`,
      trialEnd: (name, amount) => `${name}: मुफ़्त का आख़िरी दिन${amount === null ? '' : `, फिर ${amount}`}`,
      decideBy: (name, amount) => `${name}: ${amount === null ? '' : `${amount} से पहले `}रद्द करने का आख़िरी दिन`,
    },
    pays: (payer) => `भुगतान: ${payer}`,
  },
}
