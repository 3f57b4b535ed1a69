import { type CalendarFeed, useInstant } from '@streamline/client'
import {
  calendarLink,
  calendarScopes,
  useCalendarFeed,
  useCalendarForm,
  withAgendaKind,
} from '@streamline/client/notifications'
import { showToast } from '@streamline/client/toasts'
import { agendaKinds } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Linking, View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ChipRow } from '../../design/chip-row.tsx'
import { Chip } from '../../design/chip.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { Field } from '../../design/field.tsx'
import { CalendarDays, RefreshCw } from '../../design/icons.ts'
import { ShownOnce } from '../../design/shown-once.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'

const Feed = ({ feed }: { feed: CalendarFeed | null }) => {
  const { t } = useTranslation(['notifications', 'phone'])
  const instant = useInstant()
  const { wishes, setWishes, isEmpty, isChanged, address, error, ...form } = useCalendarForm(feed)
  if (address !== null)
    return (
      <ShownOnce
        title={t('calendar.made')}
        lead={t('calendar.once')}
        text={address}
        done={t('calendar.kept')}
        onDone={form.forgetAddress}
        more={
          <Button
            variant="secondary"
            icon={CalendarDays}
            onPress={() =>
              void Linking.openURL(calendarLink(address)).catch(() =>
                showToast(t('phone:noCalendar'), { tone: 'danger' }),
              )
            }
          >
            {t('calendar.open')}
          </Button>
        }
      />
    )
  return (
    <View className="gap-4">
      <Text tone="muted">{t('calendar.lead')}</Text>
      <Field label={t('calendar.scope')}>
        <ChipRow
          label={t('calendar.scope')}
          value={wishes.scope}
          options={calendarScopes.map((scope) => ({ value: scope, label: t(`calendar.scopes.${scope}`) }))}
          onChange={(scope) => setWishes({ ...wishes, scope })}
        />
      </Field>
      <Field label={t('calendar.kinds')}>
        <View className="flex-row flex-wrap gap-2">
          {agendaKinds.map((kind) => {
            const isWanted = wishes.kinds.includes(kind)
            return (
              <Chip
                key={kind}
                kind="toggle"
                selected={isWanted}
                onPress={() => setWishes(withAgendaKind(wishes, kind, !isWanted))}
              >
                {t(`calendar.kind.${kind}`)}
              </Chip>
            )
          })}
        </View>
      </Field>
      {isEmpty ? (
        <Text size="sm" weight="medium" tone="warn">
          {t('calendar.nothing')}
        </Text>
      ) : null}
      <FormError error={error} />
      {feed === null ? (
        <Button icon={CalendarDays} busy={form.makes} disabled={isEmpty} onPress={form.make}>
          {t('calendar.make')}
        </Button>
      ) : (
        <>
          <Text size="sm" tone="muted">
            {feed.readAt === null ? t('calendar.unread') : t('calendar.read', { at: instant(feed.readAt) })}
          </Text>
          {isChanged ? (
            <Button busy={form.changes} disabled={isEmpty} onPress={form.change}>
              {t('calendar.save')}
            </Button>
          ) : null}
          <Button
            variant="secondary"
            icon={RefreshCw}
            busy={form.makes}
            disabled={isEmpty}
            onPress={form.make}
          >
            {t('calendar.renew')}
          </Button>
          <Button variant="danger" busy={form.ends} onPress={form.end}>
            {t('calendar.end')}
          </Button>
        </>
      )}
    </View>
  )
}

/** The dates of the household in the calendar that somebody looks into anyway. */
export const CalendarCard = () => {
  const { t } = useTranslation('notifications')
  const { data, error, refetch } = useCalendarFeed()
  if (data === undefined)
    return error ? (
      <Card title={t('calendar.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    ) : (
      <SkeletonCard count={2} />
    )
  return (
    <Card title={t('calendar.title')}>
      <Feed feed={data} />
    </Card>
  )
}
