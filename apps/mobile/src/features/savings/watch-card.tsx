import { useMembers } from '@streamline/client/households'
import { useEntitlements, useEntitlementText } from '@streamline/client/savings'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { ChipRow } from '../../design/chip-row.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { RowLink } from '../../design/list-row.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { Text } from '../../design/text.tsx'

const everybody = ''

/** Who may watch what, on which screen, by what and until when. */
export const WatchCard = () => {
  const { t } = useTranslation('savings')
  const router = useRouter()
  const say = useEntitlementText()
  const [who, setWho] = useState(everybody)
  const { data: members = [] } = useMembers()
  const list = useEntitlements(who === everybody ? null : who)
  const shown = list.data?.pages.flatMap(({ items }) => items)
  const today = list.data?.pages[0]?.on ?? ''
  const people = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card title={t('watch.title')} flush>
      {people.length < 2 ? null : (
        <View className="pb-2">
          <ChipRow
            inset
            label={t('watch.who')}
            value={who}
            options={[{ value: everybody, label: t('watch.everybody') }, ...people]}
            onChange={setWho}
          />
        </View>
      )}
      {shown === undefined && list.error !== null ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {shown?.length === 0 ? (
        <Text tone="muted" className="px-5 py-2">
          {t('watch.none')}
        </Text>
      ) : null}
      {shown?.map((right, at) => {
        const { service, subscription, memberIds, from, state } = right
        const words = say(right, today)
        return (
          <View key={`${service.id} ${subscription.id} ${from} ${memberIds.join(' ')}`}>
            {at > 0 ? <Hairline /> : null}
            <RowLink
              onPress={() =>
                router.push({ pathname: '/subscriptions/[id]', params: { id: subscription.id } })
              }
              title={service.name}
              detail={
                <>
                  <Text size="sm">{words.people}</Text>
                  {words.screen === '' ? null : (
                    <Text size="sm" tone="muted">
                      {words.screen}
                    </Text>
                  )}
                  <Text size="sm" tone={state === 'toClaim' ? 'warn' : 'muted'}>
                    {words.days}
                  </Text>
                </>
              }
            />
          </View>
        )
      })}
      <MoreButton list={list} />
    </Card>
  )
}
