import { addDays, type CalendarDate, type SubscriptionKind } from '@streamline/domain'
import { moneyText } from '../../platform/format/money-text.ts'
import { dateText, dayText, dayUntilText } from './reminder-dates.ts'
import type { Moment, Said, Words } from './said.types.ts'

const named = ({ name, line }: Said) => (line === null ? name : `${name} ${line}`)

const paidBy = ({ payer }: Said) => (payer === null ? 'भुगतान आपको करना है।' : `भुगतान ${payer} को करना है।`)

/** Each says what, how much, when, who pays, and what to do (law 29). */
export const hindi: Words = {
  renewal: (said, moment) => ({
    title: `${named(said)}: ${dayText(said.on, moment, 'hi')} ${amount(said)}`,
    text: `यह अपने आप रिन्यू होगा: ${date(said.on, moment)} को ${amount(said)} कटेंगे। ${paidBy(said)} ${
      said.on <= moment.saidOn
        ? 'पैसे तैयार रखें: यह कटौती होगी, अब रद्द करने पर वह इसके दिन पूरे होने पर ख़त्म होगा।'
        : 'पैसे तैयार रखें, या उससे पहले रोकें या रद्द करें।'
    }`,
  }),
  expiry: (said, moment) =>
    said.on <= moment.saidOn
      ? {
          title: `${named(said)} बंद हो गया है`,
          text: `आख़िरी दिन ${date(addDays(said.on, -1), moment)} था। पिछले जैसा रिचार्ज ${amount(said)} का है। ${paidBy(said)} रिचार्ज करें और यहाँ लिख दें।`,
        }
      : {
          title: `${named(said)} ${dayText(said.on, moment, 'hi')} बंद हो जाएगा`,
          text: `आख़िरी दिन ${date(addDays(said.on, -1), moment)} है। पिछले जैसा रिचार्ज ${amount(said)} का है। ${paidBy(said)} उससे पहले रिचार्ज करें और यहाँ लिख दें।`,
        },
  due: (said, moment) => ({
    title: `${named(said)}: ${dayUntilText(said.on, moment)} तक ${amount(said)} देने हैं`,
    text: `${amount(said)} की आख़िरी तारीख़ ${date(said.on, moment)} है। ${paidBy(said)} तब तक चुकाएँ और यहाँ लिख दें।`,
  }),
  overdue: (said, moment) => ({
    title: `${named(said)}: ${amount(said)} की तारीख़ निकल गई`,
    text: `तारीख़ ${date(said.on, moment)} थी। ${paidBy(said)} चुकाएँ, या यहाँ बताएँ कि चुका दिया है या चुकाना नहीं है।`,
  }),
  trialEnding: (said, moment) => ({
    title: `${named(said)} का ट्रायल ${dayText(said.until ?? said.on, moment, 'hi')} ख़त्म होगा`,
    text: `${cancelBy(said, moment)}${then(said, moment)} ${paidBy(said)}`,
  }),
  decideBy: (said, moment) => ({
    title: `${named(said)}: ${dayUntilText(said.on, moment)} तक तय करें`,
    text: `${date(said.on, moment)} आख़िरी दिन है जब रद्द करने से अगली कटौती नहीं होगी।${then(said, moment)} ${paidBy(said)} रखें, या तब तक रद्द करें।`,
  }),
  priceChange: (said, moment) => ({
    title: `${named(said)} अब ${amount(said)} का होगा`,
    text: `${date(said.on, moment)} से कंपनी ${amount(said)} लेगी। ${paidBy(said)} ${said.nextOn === null ? 'रखें, प्लान बदलें, या छोड़ दें।' : `रखें, प्लान बदलें, या ${date(said.nextOn, moment)} तक रद्द करें।`}`,
  }),
  claim: (said, moment) => ({
    title: `${named(said)}: ${said.count} लाभ लेने बाक़ी`,
    text: `आपके प्लान में ऐसी सेवाएँ हैं जिन्हें किसी ने अभी चालू नहीं किया।${said.nextOn === null ? '' : ` ${date(said.nextOn, moment)} तक चलेंगी।`} अलग से पैसे नहीं लगेंगे। चालू करें, या यहाँ बताएँ कि नहीं चाहिए।`,
  }),
  overlap: (said) => ({
    title: `${named(said)} पहले से ${other(said)} में है`,
    text: `उन्हीं लोगों के पास यह दो बार है। ${named(said)} रद्द करने से अगले बारह महीनों में ${amount(said)} बचेंगे और कुछ कम नहीं होगा। ${paidBy(said)} दोनों देखें, और जो नहीं चाहिए उसे रद्द करें।`,
  }),
  step: (said, moment) => ({
    title: `${taskText(said)}: ${dayText(said.on, moment, 'hi')}`,
    text: `${said.amount === null ? 'कम ख़र्च के लिए' : `बारह महीनों में ${amount(said)} कम देने के लिए`} आपने यह माना था। ${date(said.on, moment)} ${said.task?.kind === 'cancel' ? 'आख़िरी दिन है जब इससे फ़ायदा होगा' : 'इसका दिन है'}। इसे करें और यहाँ लिख दें, या बचत में जाकर हटाएँ।`,
  }),
  budget: (said, moment) => ({
    title: `इस महीने ${budgetText(said)} ${amount(said)} से पार`,
    text: `${
      said.nextOn === null || said.nextOn <= moment.saidOn
        ? 'इस महीने का ख़र्च तय किए बजट से ऊपर जा चुका है।'
        : `${date(said.nextOn, moment)} से इस महीने का ख़र्च तय किए बजट से ऊपर होगा।`
    } जो अभी आना है उसे जोड़कर ${amount(said)} ज़्यादा। आँकड़े, आगे में देखें कि क्या रुक सकता है, या बजट बढ़ाएँ।`,
  }),
  settlement: (said, moment) => ({
    title: `क्या ${other(said)} से ${amount(said)} मिल गए?`,
    text: `${other(said)} के अनुसार आपको ${date(said.on, moment)} को ${amount(said)} मिले। आपका बाक़ी उतना कम हो चुका है। पुष्टि करें, या बताएँ कि नहीं मिले।`,
  }),
  settleUp: (said, moment) => ({
    title: `${other(said)} आपसे ${amount(said)} का हिसाब करने को कह रहे हैं`,
    text: `${other(said)} ने ${date(said.on, moment)} को कहा। आपके लिए जो चुकाया गया उसके ${amount(said)} बाक़ी हैं। उन्हें दें, और यहाँ पैसे, आपस में, के नीचे लिखें।`,
  }),
  joined: (said, moment) => ({
    title: `${other(said)} घर में शामिल हुए`,
    text: `${other(said)} ${date(said.on, moment)} से आपके घर में हैं, साझा चीज़ें देख सकते हैं, और उन्हें हिस्सा दिया जा सकता है। अगर आप उन्हें नहीं जानते, तो सेटिंग्स, लोग में जाकर हटाएँ।`,
  }),
  left: (said, moment) => ({
    title: `${other(said)} घर से चले गए`,
    text: `${other(said)} ${date(said.on, moment)} से आपके घर में नहीं हैं। जो वे चुकाते और सँभालते थे वह अब किसी और के पास है, और उनके हिस्से उसी दिन तक हैं। देखें कि कौन क्या चुकाता है।`,
  }),
  assumed: (said) => ({
    title: `${said.count} कटौती देखनी है`,
    text: `ये अपने आप लिखी गई हैं${said.amount === null ? '' : `, कुल ${amount(said)}`}। भुगतान आपको करना है। अपना खाता देखें, और यहाँ बताएँ कि क्या नहीं कटा।`,
  }),
}

const kinds: Readonly<Record<SubscriptionKind, string>> = {
  ott: 'स्ट्रीमिंग',
  mobile: 'मोबाइल',
  broadband: 'ब्रॉडबैंड',
  tv: 'टीवी',
  other: 'बाक़ी',
}

const budgetText = ({ budgetOf }: Said): string => {
  if (budgetOf === undefined) return 'बजट'
  const { kind, memberName } = budgetOf
  if (kind !== null) return `${kinds[kind]} का बजट`
  return memberName === null ? 'घर का बजट' : `${memberName} का बजट`
}

const taskText = (said: Said): string => {
  const plan = said.task?.plan ?? ''
  switch (said.task?.kind) {
    case 'recharge':
      return plan === '' ? `${named(said)} रिचार्ज करें` : `${named(said)} को ${plan} से रिचार्ज करें`
    case 'port':
      return `${named(said)} को ${plan} पर ले जाएँ`
    case 'begin':
      return `${plan} शुरू करें`
    case 'claim':
      return `${said.task.service ?? ''} पाएँ, जो ${plan === '' ? named(said) : plan} के साथ आता है`
    case 'cancel':
    case undefined:
      return `${named(said)} रद्द करें`
  }
}

const other = ({ about }: Said): string => about ?? ''

const amount = ({ amount: money }: Said): string => (money === null ? '' : moneyText(money, 'hi'))

const date = (on: CalendarDate, moment: Moment) => dateText(on, moment, 'hi')

const cancelBy = ({ on, until }: Said, moment: Moment): string =>
  until === null || on >= until
    ? `यह ${date(on, moment)} को ख़त्म होगा।`
    : `${date(on, moment)} तक रद्द करने पर कुछ नहीं लगेगा।`

const then = (said: Said, moment: Moment): string =>
  said.nextOn === null ? '' : ` नहीं तो ${date(said.nextOn, moment)} को ${amount(said)} कटेंगे।`
