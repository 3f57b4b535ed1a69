import { itemsOf, useFormat, useHousehold } from '@streamline/client'
import { historyKinds, type HistorySearch, type HistorySearchChange } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useSubscriptions } from '@streamline/client/subscriptions'
import { isCalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { ChoiceField } from '../../design/choice-field.tsx'
import { DateField } from '../../design/date-field.tsx'
import { SlidersHorizontal } from '../../design/icons.ts'
import { Sheet } from '../../design/sheet.tsx'
import { Text } from '../../design/text.tsx'

interface FiltersProps {
  search: HistorySearch
  onChange: (change: HistorySearchChange) => void
  onClear: () => void
}

const Fields = ({ search, onChange }: Omit<FiltersProps, 'onClear'>) => {
  const { t } = useTranslation('history')
  const { today } = useHousehold()
  const { members, several } = usePeople()
  const subscriptions = itemsOf(useSubscriptions().data)
  const { of = '', member = '', kind = '', from = '', until = '' } = search
  return (
    <>
      <ChoiceField
        label={t('filter.subscription')}
        value={of}
        options={[
          { value: '', label: t('filter.anySubscription') },
          ...subscriptions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ of: value || undefined })}
      />
      {several ? (
        <ChoiceField
          label={t('filter.member')}
          value={member}
          options={[
            { value: '', label: t('filter.anybody') },
            ...members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onChange({ member: value || undefined })}
        />
      ) : null}
      <ChoiceField
        label={t('filter.kind')}
        value={kind}
        options={[
          { value: '', label: t('filter.anyKind') },
          ...historyKinds(several).map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        onChange={(value) => onChange({ kind: value || undefined })}
      />
      <DateField
        label={t('filter.from')}
        value={from}
        today={today}
        max={isCalendarDate(until) ? until : today}
        none={{ label: t('filter.anyDay'), onClear: () => onChange({ from: undefined }) }}
        onChange={(value) => onChange({ from: value })}
      />
      <DateField
        label={t('filter.until')}
        value={until}
        today={today}
        min={isCalendarDate(from) ? from : undefined}
        max={today}
        none={{ label: t('filter.anyDay'), onClear: () => onChange({ until: undefined }) }}
        onChange={(value) => onChange({ until: value })}
      />
    </>
  )
}

/** What the history is narrowed to, in words. */
const useChosen = ({ of, member, kind, from, until }: HistorySearch): string[] => {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { nameOf } = usePeople()
  const subscriptions = itemsOf(useSubscriptions().data)
  return [
    of === undefined ? null : (subscriptions.find(({ id }) => id === of)?.name ?? null),
    member === undefined ? null : nameOf(member),
    kind === undefined ? null : t(`kind.${kind}`),
    isCalendarDate(from) ? `${t('filter.from')} ${format.shortDate(from)}` : null,
    isCalendarDate(until) ? `${t('filter.until')} ${format.shortDate(until)}` : null,
  ].filter((part) => part !== null)
}

/** Narrows the history by subscription, person, kind and days; what was chosen stands beside the button. */
export const HistoryFilters = ({ search, onChange, onClear }: FiltersProps) => {
  const { t } = useTranslation('history')
  const chosen = useChosen(search)
  const [open, setOpen] = useState(false)
  return (
    <View className="flex-row flex-wrap items-center gap-x-2 gap-y-1">
      <Button variant="secondary" size="sm" icon={SlidersHorizontal} onPress={() => setOpen(true)}>
        {t('filter.open')}
      </Button>
      {chosen.length === 0 ? null : (
        <>
          <Text size="sm" weight="medium" className="min-w-0 shrink">
            {chosen.join(' · ')}
          </Text>
          <Button variant="quiet" size="sm" onPress={onClear}>
            {t('filter.clear')}
          </Button>
        </>
      )}
      <Sheet
        title={t('filter.open')}
        open={open}
        onClose={() => setOpen(false)}
        dock={
          <Button size="lg" onPress={() => setOpen(false)}>
            {t('filter.show')}
          </Button>
        }
      >
        <Fields search={search} onChange={onChange} />
      </Sheet>
    </View>
  )
}
