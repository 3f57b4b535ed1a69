import type { CalendarDate, ReminderKind } from '@streamline/domain'
import type { Locale } from '../../platform/mail/letter.ts'
import { english } from './reminder-words.en.ts'
import { hindi } from './reminder-words.hi.ts'
import type { Said, Told, Words } from './said.types.ts'

const wordsOf: Readonly<Record<Locale, Words>> = { en: english, hi: hindi }

/** What a message says to who reads it, and when: tomorrow is another day tomorrow. */
export const toldIn = (said: Said, today: CalendarDate, locale: Locale): Told =>
  wordsOf[locale][said.kind](said, today)

/** The one line that stands for all that a message says. */
export const headlineIn = (parts: readonly Said[], today: CalendarDate, locale: Locale): string => {
  const [first] = parts
  if (first === undefined) return ''
  const { title } = toldIn(first, today, locale)
  const more = parts.length - 1
  if (more === 0) return title
  return locale === 'hi' ? `${title}, और ${more} और` : `${title}, and ${more} more`
}

const kindNames: Readonly<Record<Locale, Readonly<Record<ReminderKind, string>>>> = {
  en: {
    renewal: 'renewals',
    expiry: 'packs that stop',
    due: 'bills to pay',
    overdue: 'overdue bills',
    trialEnding: 'trials that end',
    decideBy: 'days to decide',
    priceChange: 'price changes',
    claim: 'benefits to claim',
    assumed: 'debits to check',
    overlap: 'services that are paid for twice',
    step: 'steps that save',
    settlement: 'transfers to confirm',
    settleUp: 'people who ask for what you owe',
    joined: 'people who join',
    left: 'people who leave',
  },
  hi: {
    renewal: 'रिन्यू होने वाले',
    expiry: 'बंद होने वाले पैक',
    due: 'चुकाने वाले बिल',
    overdue: 'तारीख़ निकले बिल',
    trialEnding: 'ख़त्म होते ट्रायल',
    decideBy: 'तय करने के दिन',
    priceChange: 'क़ीमत में बदलाव',
    claim: 'लेने वाले लाभ',
    assumed: 'देखने वाली कटौतियाँ',
    overlap: 'दो बार चुकाई जाने वाली सेवाएँ',
    step: 'बचत के क़दम',
    settlement: 'पुष्टि वाले भुगतान',
    settleUp: 'हिसाब के लिए कहने वाले लोग',
    joined: 'शामिल होने वाले लोग',
    left: 'घर छोड़ने वाले लोग',
  },
}

/** What kinds are called where somebody switches them off. */
export const kindNamesIn = (kinds: readonly ReminderKind[], locale: Locale): string =>
  kinds.map((kind) => kindNames[locale][kind]).join(', ')

/** What the link of a letter is called that leads to where one acts without signing in. */
export const letterLabelIn = (kind: ReminderKind, locale: Locale): string => {
  if (kind === 'due' || kind === 'overdue')
    return locale === 'hi' ? 'चुका दिया, या बाद में याद दिलाएँ' : 'Paid, or remind me later'
  if (kind === 'expiry')
    return locale === 'hi' ? 'रिचार्ज कर दिया, या बाद में याद दिलाएँ' : 'Recharged, or remind me later'
  return locale === 'hi' ? 'बाद में याद दिलाएँ' : 'Remind me later'
}
