import { type LineDetail, type Subscription, useFormat } from '@streamline/client'
import { type Stop, stopsOf } from '@streamline/client/lines'
import { useMayChange, useSubscription } from '@streamline/client/subscriptions'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceChips } from '../../design/choice-chips.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'

const StopChoice = ({
  line,
  leaving,
  choices,
}: {
  line: LineDetail
  leaving: Subscription
  choices: React.ReactNode
}) => {
  const { t } = useTranslation('lines')
  const format = useFormat()
  const navigate = useNavigate()
  const mayChange = useMayChange(leaving)
  const ways = mayChange ? stopsOf(leaving) : []
  const [chosen, choose] = useState<Stop | undefined>(ways[0])
  const how = ways.find((way) => way === chosen) ?? ways[0]
  const { name, usableUntil } = leaving
  const hintOf = (way: Stop): string => {
    if (way !== 'atPeriodEnd') return t(`stopHint.${way}`)
    return usableUntil === null
      ? t('stopHint.atPeriodEndNoDate')
      : t('stopHint.atPeriodEnd', { date: format.date(usableUntil) })
  }
  const go = () =>
    void navigate({
      to: '/add',
      search: {
        kind: line.kind,
        line: line.id,
        ...(how === undefined ? {} : { replaces: leaving.id, how }),
      },
    })
  return (
    <SheetForm label={t('choosePlan')} busy={false} error={null} onSubmit={go}>
      {choices}
      {how === undefined ? null : (
        <RadioCards
          label={t('stop', { name })}
          value={how}
          onChange={choose}
          options={ways.map((way) => ({ value: way, label: t(`stops.${way}`), hint: hintOf(way) }))}
        />
      )}
    </SheetForm>
  )
}

/** Which of what is on it the number leaves, and when that stops; then the new plan is chosen. */
export const MoveForm = ({ line }: { line: LineDetail }) => {
  const { t } = useTranslation('lines')
  const running = line.runs.map(({ subscription }) => subscription)
  const [chosen, choose] = useState(running[0]?.id ?? line.last?.subscriptionId ?? '')
  const { data } = useSubscription(chosen)
  const leaving = running.find(({ id }) => id === chosen) ?? data
  if (leaving === undefined) return <SkeletonRows rows={2} />
  return (
    <StopChoice
      key={leaving.id}
      line={line}
      leaving={leaving}
      choices={
        running.length < 2 ? null : (
          <ChoiceChips
            label={t('leaves')}
            value={chosen}
            onChange={choose}
            options={running.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )
      }
    />
  )
}
