import type { Member } from '@streamline/client'
import { useMerged, useMerging } from '@streamline/client/households'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { ChoiceField } from '../../design/choice-field.tsx'
import { FormError } from '../../design/error-state.tsx'
import { QuestionSheet } from '../../design/question-sheet.tsx'
import { Heading, Text } from '../../design/text.tsx'

/** Somebody who stands in the list twice is one person again, with the money of both. */
export const MergeSection = ({ member, onMerged }: { member: Member; onMerged: () => void }) => {
  const { t } = useTranslation('people')
  const { others, intoId, choose, into, error, busy, begin, submit } = useMerging(member, onMerged)
  const [asked, setAsked] = useState(false)
  const { name } = member
  if (others.length === 0) return null
  return (
    <View className="gap-3 border-t border-line pt-4">
      <Heading size="base">{t('merge.title')}</Heading>
      <Text size="sm" tone="muted">
        {t('merge.text', { name })}
      </Text>
      <ChoiceField
        label={t('merge.who', { name })}
        value={intoId}
        options={[
          { value: '', label: t('merge.nobody') },
          ...others.map((other) => ({ value: other.id, label: other.name })),
        ]}
        onChange={choose}
      />
      {into === undefined ? null : (
        <Button
          variant="secondary"
          onPress={() => {
            begin()
            setAsked(true)
          }}
        >
          {t('merge.button', { into: into.name })}
        </Button>
      )}
      {into !== undefined && asked ? (
        <QuestionSheet
          title={t('merge.question', { name, into: into.name })}
          text={t('merge.warning', { name, into: into.name })}
          label={t('merge.submit')}
          isDangerous
          busy={busy}
          onConfirm={submit}
          onClose={() => setAsked(false)}
        >
          <FormError error={error} />
        </QuestionSheet>
      ) : null}
    </View>
  )
}

/** Entries that became this person, each with the way back. */
export const MergedSection = ({ member }: { member: Member }) => {
  const { t } = useTranslation('people')
  const { rows, error, busy } = useMerged(member)
  if (rows.length === 0) return null
  return (
    <View className="gap-3 border-t border-line pt-4">
      <Heading size="base">{t('merge.mergedTitle')}</Heading>
      {rows.map(({ id, text, label, unmerge }) => (
        <View key={id} className="gap-2">
          <Text size="sm" tone="muted">
            {text}
          </Text>
          <Button variant="secondary" size="sm" className="self-start" busy={busy} onPress={unmerge}>
            {label}
          </Button>
        </View>
      ))}
      <FormError error={error} />
    </View>
  )
}
