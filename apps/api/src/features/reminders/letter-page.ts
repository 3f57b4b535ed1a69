import { html } from '../../platform/http/html.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import type { LetterActOutcome } from './letter-acts.service.ts'
import { actsOf, type LetterActKind, type LetterLink } from './letter-links.service.ts'
import { plainPage } from './plain-page.ts'

const texts = {
  en: {
    lead: 'What shall be noted?',
    open: 'Open it in Streamline',
    done: 'Done',
    already: 'This was done already',
    alreadyText: 'Nothing was changed.',
    acts: {
      paid: 'It is paid',
      recharged: 'It is recharged',
      snooze1: 'Remind me tomorrow',
      snooze3: 'Remind me in 3 days',
      snooze7: 'Remind me in 7 days',
    },
    after: {
      paid: 'It is noted as paid today, in full. In the application it can be taken back.',
      recharged:
        'The recharge of today is noted, like the last one. In the application it can be taken back.',
      snooze1: 'You hear of it tomorrow, if it still holds.',
      snooze3: 'You hear of it in 3 days, if it still holds.',
      snooze7: 'You hear of it in 7 days, if it still holds.',
    },
  },
  hi: {
    lead: 'क्या लिखा जाए?',
    open: 'Streamline में खोलें',
    done: 'हो गया',
    already: 'यह पहले ही हो चुका है',
    alreadyText: 'कुछ नहीं बदला गया।',
    acts: {
      paid: 'चुका दिया है',
      recharged: 'रिचार्ज कर दिया है',
      snooze1: 'कल याद दिलाएँ',
      snooze3: '3 दिन में याद दिलाएँ',
      snooze7: '7 दिन में याद दिलाएँ',
    },
    after: {
      paid: 'आज पूरा चुकाया हुआ लिख दिया गया। ऐप में इसे वापस लिया जा सकता है।',
      recharged: 'आज का रिचार्ज पिछले जैसा लिख दिया गया। ऐप में इसे वापस लिया जा सकता है।',
      snooze1: 'अगर तब भी ज़रूरी हो तो कल फिर बताया जाएगा।',
      snooze3: 'अगर तब भी ज़रूरी हो तो 3 दिन में फिर बताया जाएगा।',
      snooze7: 'अगर तब भी ज़रूरी हो तो 7 दिन में फिर बताया जाएगा।',
    },
  },
} as const

const openLink = (locale: Locale, { subscriptionId }: LetterLink) => {
  const path = subscriptionId === null ? '/home' : `/subscriptions/${subscriptionId}`
  return html`<p><a href="${path}">${texts[locale].open}</a></p>`
}

/** Asks; what is sent by a button does it. */
export const letterPage = (locale: Locale, link: LetterLink, token: string): string => {
  const { lead, acts } = texts[locale]
  const action = (act: LetterActKind) => `/v1/letter?token=${encodeURIComponent(token)}&act=${act}`
  const buttons = actsOf(link.kind).map(
    (act) =>
      html`<form method="post" action="${action(act)}">
        <p><button type="submit">${acts[act]}</button></p>
      </form>`,
  )
  return plainPage(
    locale,
    link.title,
    html`<p>${lead}</p>
      ${buttons}${openLink(locale, link)}`,
  )
}

export const letterDonePage = (
  locale: Locale,
  link: LetterLink,
  act: LetterActKind,
  outcome: LetterActOutcome,
): string => {
  const { done, already, alreadyText, after } = texts[locale]
  const isDone = outcome === 'done'
  return plainPage(
    locale,
    isDone ? done : already,
    html`<p>${link.title}</p>
      <p>${isDone ? after[act] : alreadyText}</p>
      ${openLink(locale, link)}`,
  )
}
