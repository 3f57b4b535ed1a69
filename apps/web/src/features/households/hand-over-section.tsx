import { useMembers, useTransferOwnership } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
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
  const transfer = useTransferOwnership()
  const heirs = (useMembers().data ?? []).filter(({ hasAccount, isYou }) => hasAccount && !isYou)
  const [chosen, choose] = useState('')
  const [asked, setAsked] = useState(false)
  const heir = heirs.find(({ id }) => id === chosen) ?? heirs[0]
  const go = (): void => {
    setAsked(false)
    if (heir !== undefined)
      transfer.mutate(
        { memberId: heir.id },
        { onSuccess: () => showToast(t('handedOver', { name: heir.name })) },
      )
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
          <FormError error={transfer.error} />
          <Button variant="secondary" icon={Crown} busy={transfer.isPending} onClick={() => setAsked(true)}>
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
