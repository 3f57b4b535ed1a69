import { addDays, type CalendarDate, type ReminderKind } from '@streamline/domain'
import type { Locale } from '../../platform/mail/letter.ts'
import { dateText } from './reminder-dates.ts'
import { english } from './reminder-words.en.ts'
import { hindi } from './reminder-words.hi.ts'
import type { Moment, Said, Standing, Told, Words } from './said.types.ts'

const wordsOf: Readonly<Record<Locale, Words>> = { en: english, hi: hindi }

/** What a message says to who reads it on the day on which it is sent. */
export const toldIn = (said: Said, today: CalendarDate, locale: Locale): Told =>
  wordsOf[locale][said.kind](said, { saidOn: today, readOn: today })

/** The same with dates alone, for where it may be read on any day. */
export const datedIn = (said: Said, saidOn: CalendarDate, locale: Locale): Told =>
  wordsOf[locale][said.kind](said, { saidOn, readOn: addDays(saidOn, 1) })

/** The one line that stands for all that a message says. */
export const headlineIn = (parts: readonly Said[], today: CalendarDate, locale: Locale): string =>
  headlineOf(
    parts.map((part) => toldIn(part, today, locale)),
    locale,
  )

export const headlineOf = ([first, ...more]: readonly Told[], locale: Locale): string => {
  if (first === undefined) return ''
  if (more.length === 0) return first.title
  return locale === 'hi' ? `${first.title}, और ${more.length} और` : `${first.title}, and ${more.length} more`
}

const since = {
  en: {
    settled: {
      mark: 'settled',
      text: (day: string) => `That was so on ${day}. It is settled since: nothing is left to do about it.`,
    },
    over: {
      mark: 'over',
      text: (day: string) => `That was so on ${day}. Its day is over.`,
    },
  },
  hi: {
    settled: {
      mark: 'निपट गया',
      text: (day: string) => `यह ${day} की बात है। अब यह निपट चुका है, कुछ करना बाक़ी नहीं।`,
    },
    over: {
      mark: 'बीत गया',
      text: (day: string) => `यह ${day} की बात है। अब उसका दिन बीत चुका है।`,
    },
  },
} as const

/** What was said as it is read later: in the words of its day, and where it asks nothing any more it says that instead. */
export const toldLaterIn = (said: Said, moment: Moment, standing: Standing, locale: Locale): Told => {
  const told = wordsOf[locale][said.kind](said, moment)
  if (standing === 'open') return told
  const { mark, text } = since[locale][standing]
  return { title: `${told.title} · ${mark}`, text: text(dateText(moment.saidOn, moment, locale)) }
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
    budget: 'budgets that are overrun',
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
    budget: 'पार होते बजट',
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
