import { useFormat } from '@streamline/client'
import {
  type CheapestSet,
  type ShownStep,
  useShownSteps,
  useStepActs,
  useStepStanding,
  useStepText,
} from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Text } from '../../design/text.tsx'
import { StepWay } from './step-way.tsx'

type Accepted = NonNullable<ShownStep['accepted']>

/** What became of it, and who took it up for what. */
const Standing = ({ step }: { step: Accepted }) => {
  const { word, tone, text } = useStepStanding()(step)
  return (
    <View className="mt-1 gap-1">
      <Badge tone={tone}>{word}</Badge>
      <Text size="sm" tone="muted">
        {text}
      </Text>
    </View>
  )
}

const StepRow = ({
  step,
  isLast,
  acts,
}: {
  step: ShownStep
  isLast: boolean
  acts: ReturnType<typeof useStepActs>
}) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const text = useStepText()(step)
  const { accepted, mayAccept } = step
  const isOver = accepted?.state === 'done' || accepted?.state === 'gone'
  return (
    <View className="flex-row gap-3">
      <View aria-hidden className="w-3 items-center">
        <View
          className={
            isOver
              ? 'mt-1.5 size-3 rounded-full bg-strong'
              : 'mt-1.5 size-3 rounded-full border-2 border-brand bg-surface'
          }
        />
        {isLast ? null : <View className="mt-1 w-0.5 flex-1 bg-line" />}
      </View>
      <View className={isLast ? 'min-w-0 flex-1' : 'min-w-0 flex-1 pb-5'}>
        <View accessible>
          <Text size="sm" weight="semibold" tone="muted">
            {format.date(step.on)}
          </Text>
          <Text weight="medium" tone={isOver ? 'muted' : 'ink'}>
            {text}
          </Text>
        </View>
        {accepted === null ? null : <Standing step={accepted} />}
        {accepted?.mayAct === true ? (
          <View className="mt-2 flex-row flex-wrap gap-2">
            {isOver || accepted.state === 'planned' ? null : <StepWay step={accepted} named={text} />}
            <Button
              size="sm"
              variant="quiet"
              busy={acts.busy}
              label={t('steps.dismissNamed', { step: text })}
              onPress={() => acts.dismiss(accepted.id)}
            >
              {t('steps.dismiss')}
            </Button>
          </View>
        ) : null}
        {mayAccept ? (
          <Button
            size="sm"
            variant="soft"
            className="mt-2 self-start"
            busy={acts.busy}
            label={t('steps.acceptNamed', { step: text })}
            onPress={() => acts.accept([step])}
          >
            {t('steps.accept')}
          </Button>
        ) : null}
      </View>
    </View>
  )
}

/** What to do on which day, in order: steps of the set to accept, and what became of those that were. */
export const StepsCard = ({ set }: { set: CheapestSet | null }) => {
  const { t } = useTranslation('savings')
  const acts = useStepActs()
  const { steps, open } = useShownSteps(set)
  return steps.length === 0 ? null : (
    <Card title={t('steps.title')}>
      {steps.map((step, at) => (
        <StepRow key={step.key} step={step} isLast={at === steps.length - 1} acts={acts} />
      ))}
      {open.length > 1 ? (
        <Button variant="secondary" className="mt-4" busy={acts.busy} onPress={() => acts.accept(open)}>
          {t('steps.acceptAll')}
        </Button>
      ) : null}
    </Card>
  )
}
