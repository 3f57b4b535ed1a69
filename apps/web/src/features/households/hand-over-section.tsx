import { useHandingOver } from '@streamline/client/households'
import { Crown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField } from '../../design/field.tsx'

/** To somebody with an account; it asks who you are, because it cannot be taken back alone. */
export const HandOverSection = () => {
  const { t } = useTranslation('households')
  const { heirs, heir, choose, error, busy, submit } = useHandingOver()
  const [asked, setAsked] = useState(false)
  const go = (): void => {
    setAsked(false)
    submit()
  }
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('handOver')}</h3>
      <p className="text-sm text-muted">{t(heir === undefined ? 'handOverNobody' : 'handOverText')}</p>
      {heir === undefined ? null : (
        <>
          <SelectField
            label={t('handOverTo')}
            value={heir.id}
            onChange={(event) => choose(event.target.value)}
          >
            {heirs.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <FormError error={error} />
          <Button variant="secondary" icon={Crown} busy={busy} onClick={() => setAsked(true)}>
            {t('handOverSubmit')}
          </Button>
          <ConfirmDialog
            open={asked}
            onOpenChange={setAsked}
            title={t('handOverTitle', { name: heir.name })}
            confirmLabel={t('handOverSubmit')}
            onConfirm={go}
          >
            {t('handOverSure', { name: heir.name })}
          </ConfirmDialog>
        </>
      )}
    </section>
  )
}
