import type { NotificationPreferences } from '@streamline/client'
import { leadChoicesOf, useWebhooks, withLead } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { CheckBox } from '../../design/check-box.tsx'
import { DayToggles } from '../../design/day-toggles.tsx'
import { Text } from '../../design/text.tsx'

type Rule = NotificationPreferences['rules'][number]
type Change = (rule: Rule) => void

const always = ['email', 'inbox', 'push'] as const

/** How many days ahead, or after. */
const Leads = ({ rule, onChange }: { rule: Rule; onChange: Change }) => {
  const { t } = useTranslation('notifications')
  const choices = leadChoicesOf(rule)
  if (choices.length === 0) return null
  const what = t(`kinds.${rule.kind}`)
  const isAfter = rule.kind === 'overdue'
  return (
    <DayToggles
      label={isAfter ? t('rules.leadsAfter', { what }) : t('rules.leads', { what })}
      days={choices}
      chosen={rule.leadDays}
      labelOf={(count) => (isAfter ? t('rules.after', { count }) : t('rules.lead', { count }))}
      onToggle={(day) => onChange(withLead(rule, day))}
    >
      {isAfter ? (
        <Text size="xs" tone="muted" aria-hidden>
          {t('after')}
        </Text>
      ) : null}
    </DayToggles>
  )
}

/** Each kind is a row: by which ways, and how many days ahead. */
export const RulesCard = ({ rules, onChange }: { rules: readonly Rule[]; onChange: Change }) => {
  const { t } = useTranslation('notifications')
  const hasWebhooks = (useWebhooks().data ?? []).length > 0
  const ways = hasWebhooks ? [...always, 'webhook' as const] : always
  return (
    <Card title={t('rules.title')}>
      <View className="flex-row items-end">
        <Text size="sm" weight="semibold" tone="muted" className="min-w-0 flex-1">
          {t('rules.what')}
        </Text>
        {ways.map((way) => (
          <Text
            key={way}
            size="xs"
            weight="semibold"
            tone="muted"
            className="w-13 text-center"
            numberOfLines={1}
          >
            {t(`rules.${way}`)}
          </Text>
        ))}
      </View>
      {rules.map((rule, at) => (
        <View key={rule.kind}>
          {at > 0 ? <Hairline /> : null}
          <View className="gap-1 py-2">
            <View className="min-h-11 flex-row items-center">
              <Text weight="semibold" className="min-w-0 flex-1">
                {t(`kinds.${rule.kind}`)}
              </Text>
              {ways.map((way) => (
                <View key={way} className="w-13 items-center">
                  <CheckBox
                    label={t(`rules.${way}Of`, { what: t(`kinds.${rule.kind}`) })}
                    value={rule[way]}
                    onChange={(value) => onChange({ ...rule, [way]: value })}
                  />
                </View>
              ))}
            </View>
            <Leads rule={rule} onChange={onChange} />
          </View>
        </View>
      ))}
    </Card>
  )
}
