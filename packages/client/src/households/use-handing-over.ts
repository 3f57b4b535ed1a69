import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../toasts/toast-store.ts'
import { useMembers, useTransferOwnership } from './members.queries.ts'

/** The household goes to somebody with an account; it asks who you are, because it cannot be taken back alone. */
export const useHandingOver = () => {
  const { t } = useTranslation('households')
  const transfer = useTransferOwnership()
  const heirs = (useMembers().data ?? []).filter(({ hasAccount, isYou }) => hasAccount && !isYou)
  const [chosen, choose] = useState('')
  const heir = heirs.find(({ id }) => id === chosen) ?? heirs[0]
  return {
    heirs,
    /** Undefined where there is nobody it could go to. */
    heir,
    choose,
    error: transfer.error,
    busy: transfer.isPending,
    submit: (): void => {
      if (heir === undefined) return
      transfer.mutate(
        { memberId: heir.id },
        { onSuccess: () => showToast(t('handedOver', { name: heir.name })) },
      )
    },
  }
}
