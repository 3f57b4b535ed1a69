import { useTranslation } from 'react-i18next'
import type { AcceptedStep } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { useFormat } from '../format/format.ts'
import { usePeople } from '../households/people.ts'

const tones = { open: 'brand', planned: 'positive', done: 'positive', gone: 'neutral' } as const

type Standing = Pick<AcceptedStep, 'state' | 'on' | 'because' | 'acceptedBy' | 'acceptedOn' | 'saving'>

/** What became of a step that was accepted, and who took it up for what. */
export const useStepStanding = () => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const { today } = useHousehold()
  const people = usePeople()
  return ({ state, on, because, acceptedBy, acceptedOn, saving }: Standing) => {
    const isLate = state === 'open' && on < today
    const date = format.date(acceptedOn)
    const by = people.isYou(acceptedBy)
      ? t('steps.byYou', { date })
      : t('steps.by', { name: people.nameOf(acceptedBy), date })
    const taken = saving === null ? by : `${by}, ${t('steps.saving', { money: format.money(saving) })}`
    return {
      word: t(`steps.state.${isLate ? 'late' : state}`),
      tone: isLate ? ('warn' as const) : tones[state],
      text: because === null ? taken : `${t(`steps.because.${because}`)} ${taken}`,
    }
  }
}
