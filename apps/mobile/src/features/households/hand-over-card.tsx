import { useHandingOver } from '@streamline/client/households'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ChoiceField } from '../../design/choice-field.tsx'
import { FormError } from '../../design/error-state.tsx'
import { QuestionSheet } from '../../design/question-sheet.tsx'
import { Text } from '../../design/text.tsx'

/** To somebody with an account; it asks who you are, because it cannot be taken back alone. */
export const HandOverCard = () => {
  const { t } = useTranslation('households')
  const { heirs, heir, choose, error, busy, submit } = useHandingOver()
  const [asked, setAsked] = useState(false)
  return (
    <Card title={t('handOver')} className="gap-4">
      <Text tone="muted">{t(heir === undefined ? 'handOverNobody' : 'handOverText')}</Text>
      {heir === undefined ? null : (
        <>
          <ChoiceField
            label={t('handOverTo')}
            value={heir.id}
            options={heirs.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
          <FormError error={error} />
          <Button variant="secondary" busy={busy} onPress={() => setAsked(true)}>
            {t('handOverSubmit')}
          </Button>
          {asked ? (
            <QuestionSheet
              title={t('handOverTitle', { name: heir.name })}
              text={t('handOverSure', { name: heir.name })}
              label={t('handOverSubmit')}
              onConfirm={() => {
                setAsked(false)
                submit()
              }}
              onClose={() => setAsked(false)}
            />
          ) : null}
        </>
      )}
    </Card>
  )
}
