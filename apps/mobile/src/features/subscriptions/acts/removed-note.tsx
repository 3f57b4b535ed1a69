import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { useRestore } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Undo2 } from '../../../design/icons.ts'
import { Text } from '../../../design/text.tsx'

/** Stands above what was added by mistake, with the way back. */
export const RemovedNote = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('acts')
  const format = useFormat()
  const { restore, isRestoring } = useRestore()
  const { id, removedOn, actions } = subscription
  if (removedOn === null) return null
  return (
    <Card className="gap-3">
      <Text>{t('withdraw.removed', { date: format.shortDate(removedOn) })}</Text>
      {actions.includes('undo') ? (
        <Button
          icon={Undo2}
          className="self-start"
          busy={isRestoring(id)}
          onPress={() => restore(subscription)}
        >
          {t('withdraw.restore')}
        </Button>
      ) : null}
    </Card>
  )
}
