import type { Subscription } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { membersOfSplit } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { AvatarStack } from '../../../design/avatar.tsx'
import { Icon } from '../../../design/icon.tsx'
import { LockKeyhole } from '../../../design/icons.ts'
import { Text } from '../../../design/text.tsx'

/** Who bears it and who pays it; a household of one needs only what is private. */
export const WhoPays = ({
  subscription: { split, paidBy, visibility },
}: {
  subscription: Pick<Subscription, 'split' | 'paidBy' | 'visibility'>
}) => {
  const { t } = useTranslation('subscriptions')
  const { several, isYou, nameOf, shortNameOf } = usePeople()
  if (visibility === 'private')
    return (
      <View className="flex-row items-center gap-1.5">
        <Icon of={LockKeyhole} size={14} tone="muted" />
        <Text size="xs" weight="medium" tone="muted">
          {t('row.private')}
        </Text>
      </View>
    )
  if (!several) return null
  const pays = isYou(paidBy) ? t('row.youPay') : t('row.pays', { name: shortNameOf(paidBy) })
  const members = split.kind === 'payer' ? [paidBy] : membersOfSplit(split)
  return (
    <View className="min-h-7 flex-row items-center gap-2">
      <AvatarStack people={members.map((id) => ({ id, name: nameOf(id) }))} />
      <Text size="xs" weight="medium" tone="muted" numberOfLines={1} className="min-w-0 flex-1">
        {members.length > 1 ? t('row.splitAndPays', { count: members.length, pays }) : pays}
      </Text>
    </View>
  )
}
