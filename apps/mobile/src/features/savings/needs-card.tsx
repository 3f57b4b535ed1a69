import { useNeedChoices, useNeedRows, type Needs, type SavingsResult } from '@streamline/client/savings'
import type { NeedChoices } from '@streamline/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { SlidersHorizontal } from '../../design/icons.ts'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { NeedsSheet } from './needs-sheet.tsx'

/** Each need, and what it costs: how much less the cheapest set would be without it. */
const List = (told: { needs: Needs; costs: SavingsResult['costs']; choices: NeedChoices }) => {
  const { rows, unasked } = useNeedRows(told)
  return (
    <>
      {rows.map(({ key, name, detail, costs }, at) => (
        <View key={key}>
          {at > 0 ? <Hairline /> : null}
          <View accessible className="py-3">
            <Text weight="semibold">{name}</Text>
            <Text size="sm" tone="muted">
              {detail}
            </Text>
            {costs.map((cost) => (
              <Text key={cost} size="sm" weight="medium">
                {cost}
              </Text>
            ))}
          </View>
        </View>
      ))}
      {unasked === null ? null : (
        <Text size="sm" tone="muted" className="mt-2">
          {unasked}
        </Text>
      )}
    </>
  )
}

/** What the household wants to go on having, and the way to change it. */
export const NeedsCard = ({
  result: { needs, costs },
  isEdited,
  busy,
  onNeeds,
}: {
  result: SavingsResult
  isEdited: boolean
  busy: boolean
  onNeeds: (needs: Needs | null) => void
}) => {
  const { t } = useTranslation('savings')
  const { data: choices, error, refetch } = useNeedChoices()
  const [open, setOpen] = useState(false)
  return (
    <Card title={t('needs.title')}>
      {choices === undefined ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows count={2} />
        )
      ) : (
        <>
          {costs.length === 0 ? null : (
            <Text size="sm" tone="muted" className="-mt-1 mb-1">
              {t('needs.costsLead')}
            </Text>
          )}
          <List needs={needs} costs={costs} choices={choices} />
          <View className="mt-4 flex-row flex-wrap gap-2">
            <Button
              variant="secondary"
              size="sm"
              icon={SlidersHorizontal}
              disabled={busy}
              onPress={() => setOpen(true)}
            >
              {t('needs.change')}
            </Button>
            {isEdited ? (
              <Button variant="quiet" size="sm" disabled={busy} onPress={() => onNeeds(null)}>
                {t('needs.reset')}
              </Button>
            ) : null}
          </View>
          {open ? (
            <NeedsSheet
              needs={needs}
              choices={choices}
              onClose={() => setOpen(false)}
              onNeeds={(next) => {
                setOpen(false)
                onNeeds(next)
              }}
            />
          ) : null}
        </>
      )}
    </Card>
  )
}
